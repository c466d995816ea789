import { createHash } from 'node:crypto';
import { Pool } from 'undici';
import type { MarkedGateway } from './marked-gateway.js';
import { nobody } from './marked-subgraphs.js';
import { question, type Question } from './questions.js';

/** What came of many callers asking at once. */
export interface Poisoned {
  requests: number;
  /** Answers in which another caller's mark stood. */
  crossings: number;
  /** Other answers that were not as they had to be, the first of them. */
  faults: string[];
  /** Parts of answers that were found kept. */
  hits: number;
  /** Answers that told of the same moment as another: equal questions under way at once were sent once. */
  shared: number;
  /** Answers that a cache on the way gave again after it had asked whether they still held. */
  revalidated: number;
  /** Answers that anybody on the way may keep. */
  open: number;
}

/** A cache on the way between all callers and the gateway, which does what answers say of themselves and no more. */
interface Proxy {
  kept: Map<string, { etag: string; body: string }>;
}

interface Caller {
  mark: string;
  authorization: string | undefined;
}

/** Has many callers ask many questions of all sorts at the same time, and looks into every answer. */
export async function poison(
  marked: MarkedGateway,
  how: { callers: number; requests: number },
): Promise<Poisoned> {
  const pool = new Pool(new URL(marked.url).origin, { connections: how.callers });
  const found: Poisoned = {
    requests: 0,
    crossings: 0,
    faults: [],
    hits: 0,
    shared: 0,
    revalidated: 0,
    open: 0,
  };
  const asking = new Asking(pool, found);
  const callers = await callersOf(marked, how.callers);
  marked.subgraphs.headersOf = oddHeaders;
  const changing = setInterval(() => change(marked), 300);
  const each = Math.ceil(how.requests / how.callers);
  await Promise.all(callers.map((caller) => asking.all(caller, each)));
  clearInterval(changing);
  await pool.close();
  const { services } = marked.gateway.keptAnswers();
  found.hits = services.reduce((sum, { hits }) => sum + hits, 0);
  return found;
}

/** One caller in ten shows no token; two callers in ten differ by one letter only. */
function callersOf(marked: MarkedGateway, many: number): Promise<Caller[]> {
  return Promise.all(
    Array.from({ length: many }, async (_, index): Promise<Caller> => {
      if (index % 10 === 0) return { mark: nobody, authorization: undefined };
      const mark = `mark-${Math.floor(index / 2)}-${index % 2 ? 'a' : 'b'}`;
      return { mark, authorization: `Bearer ${await marked.tokenOf(mark)}` };
    }),
  );
}

/** What subgraphs say of their answers: nothing, the truth, lies. */
const oddHeadersSaid: readonly Record<string, string>[] = [
  {},
  { 'cache-control': 'public, max-age=3600, s-maxage=3600' },
  { 'cache-control': 'public, immutable', vary: '*' },
  { vary: 'authorization' },
  { vary: 'accept-language', etag: '"same"', age: '0' },
  { 'cache-control': 'max-age=3600', expires: 'Thu, 01 Jan 2099 00:00:00 GMT' },
  {},
  { 'cache-control': 'private' },
];

function oddHeaders(answer: number): Record<string, string> {
  return oddHeadersSaid[answer % oddHeadersSaid.length] ?? {};
}

let changes = 0;

function change({ subgraphs, gateway }: MarkedGateway): void {
  changes += 1;
  subgraphs.titles.set('b1', `Board 1, ${changes}`);
  subgraphs.heads.town = `h${changes}`;
  if (changes % 2) gateway.changed('town');
}

class Asking {
  readonly #proxy: Proxy = { kept: new Map() };
  readonly #moments = new Set<number>();

  constructor(
    private readonly pool: Pool,
    private readonly found: Poisoned,
  ) {}

  async all(caller: Caller, many: number): Promise<void> {
    // Everybody asks the same at about the same time, some a little earlier.
    const offset = caller.mark.length % 3;
    for (let number = 0; number < many; number++) await this.#one(caller, number + offset);
  }

  async #one({ mark, authorization }: Caller, number: number): Promise<void> {
    const asked = question(number, mark);
    const way = { isGet: number % 3 === 0, isNamed: number % 5 < 2 };
    const body = await this.#answer(asked, way, authorization);
    this.found.requests += 1;
    const marks = body.match(/mark-\d+-[ab]/g) ?? [];
    if (marks.some((each) => each !== mark)) this.found.crossings += 1;
    // The subgraphs answer with what was asked or null.
    const { data } = JSON.parse(body) as { data?: { board?: { moment?: number } } };
    const fault = data ? asked.fault(data, mark) : `no data: ${body}`;
    if (fault !== undefined && this.found.faults.length < 10) this.found.faults.push(fault);
    const moment = data?.board?.moment;
    if (moment === undefined) return;
    if (this.#moments.has(moment)) this.found.shared += 1;
    this.#moments.add(moment);
  }

  async #answer(
    { document, operationName, variables }: Question,
    { isGet, isNamed }: { isGet: boolean; isNamed: boolean },
    authorization: string | undefined,
  ): Promise<string> {
    const digest = createHash('sha256').update(document).digest('hex');
    const text = isNamed ? { documentId: `sha256:${digest}` } : { query: document };
    const asked = {
      ...text,
      ...(operationName && { operationName }),
      ...(variables && { variables }),
    };
    const headers = {
      'content-type': 'application/json',
      ...(authorization && { authorization }),
    };
    if (isGet) return this.#get(asked, headers);
    const reply = await this.pool.request({
      method: 'POST',
      path: '/graphql',
      headers,
      body: JSON.stringify(asked),
    });
    if (reply.headers['cache-control'] !== 'private, no-store') this.found.faults.push('open POST');
    return reply.body.text();
  }

  async #get(asked: Record<string, unknown>, headers: Record<string, string>): Promise<string> {
    const words = Object.entries(asked).map(([name, value]): [string, string] => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]);
    const path = `/graphql?${new URLSearchParams(words).toString()}`;
    const known = this.#proxy.kept.get(path);
    const condition = known ? { 'if-none-match': known.etag } : {};
    const reply = await this.pool.request({
      method: 'GET',
      path,
      headers: { ...headers, ...condition },
    });
    const body = await reply.body.text();
    if (reply.statusCode === 304) {
      this.found.revalidated += 1;
      return known?.body ?? '';
    }
    if (String(reply.headers['cache-control']).startsWith('public')) {
      this.found.open += 1;
      // Whoever keeps it may give it to anybody.
      if (body.includes('mark-')) this.found.crossings += 1;
      this.#proxy.kept.set(path, { etag: String(reply.headers['etag']), body });
    }
    return body;
  }
}
