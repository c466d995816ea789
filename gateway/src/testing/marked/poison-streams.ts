import { readEvents, type EventClient } from '../event-client.js';
import type { MarkedGateway } from './marked-gateway.js';
import { nobody } from './marked-subgraphs.js';

/** What came of many callers being told of the same changes. */
export interface PoisonedStreams {
  streams: number;
  /** Subscriptions open at the subgraph for them. */
  upstream: number;
  /** Events told to all of them together. */
  told: number;
  /** Events in which another caller's mark stood. */
  crossings: number;
  /** Other events that were not as they had to be, the first of them. */
  faults: string[];
}

interface Asked {
  query: string;
  variables?: (mark: string) => Record<string, unknown>;
  /** What must stand in each event for one caller. */
  told: (mark: string) => Record<string, unknown>;
}

const board = (fields: Record<string, unknown>): Record<string, unknown> => ({
  boardTold: { id: 'b1', ...fields },
});

/** The same asked by everybody: public, with what is each caller's own at the beginning, and with it further on. */
const asked: readonly Asked[] = [
  {
    query: 'subscription { boardTold { id gossip gossip2 } }',
    told: () => board({ gossip: nobody, gossip2: nobody }),
  },
  {
    query: 'subscription { boardTold { id myMark gossip2 } }',
    told: (mark) => board({ myMark: mark, gossip2: nobody }),
  },
  {
    query: 'subscription { boardTold { id price myOffer } }',
    told: (mark) => board({ price: 'b1 costs 5 yen', myOffer: mark }),
  },
  {
    query: 'subscription { myBoardTold { id gossip } }',
    told: (mark) => ({ myBoardTold: { id: 'b1', gossip: mark } }),
  },
  {
    query: 'subscription ($left: String, $right: String) { echoTold(left: $left, right: $right) }',
    // Whoever puts variables together without care cannot tell these apart.
    variables: (mark) =>
      mark.endsWith('a') ? { left: `${mark}","right` } : { left: mark, right: 'right' },
    told: (mark) => ({
      echoTold: JSON.stringify(mark.endsWith('a') ? [`${mark}","right`, null] : [mark, 'right']),
    }),
  },
];

/** Has many callers subscribe to the same, tells changes, and looks into every event. Some leave and come back. */
export async function poisonStreams(
  marked: MarkedGateway,
  how: { callers: number; events: number },
): Promise<PoisonedStreams> {
  const found: PoisonedStreams = { streams: 0, upstream: 0, told: 0, crossings: 0, faults: [] };
  const following = await Promise.all(
    Array.from({ length: how.callers }, (_, number) => followed(marked, number)),
  );
  const open = following.flat();
  found.streams = open.length;
  await until(() => open.every(({ client }) => client.lastEventId !== undefined));
  found.upstream = marked.gateway.streams().upstream;
  for (let event = 0; event < how.events; event += 1) {
    marked.subgraphs.tell();
    if (event === Math.floor(how.events / 2)) await comeBack(marked, open);
    // Faster than it is told, deadlines would pass, and what is missing then is no mark of anybody's.
    await until(() => open.every((each) => each.events() > event));
  }
  for (const each of open) lookInto(each, found);
  for (const { client } of open) client.leave();
  return found;
}

interface Asking {
  mark: string;
  asked: Asked;
  headers: Record<string, string>;
}

class Followed implements Asking {
  readonly mark: string;
  readonly asked: Asked;
  readonly headers: Record<string, string>;
  readonly #earlier: EventClient[] = [];

  constructor(
    { mark, asked: what, headers }: Asking,
    public client: EventClient,
  ) {
    this.mark = mark;
    this.asked = what;
    this.headers = headers;
  }

  /** Leaves, and goes on where it was. */
  async comeBack(url: string): Promise<void> {
    const { lastEventId } = this.client;
    this.client.leave();
    this.#earlier.push(this.client);
    this.client = await openStream(url, this, lastEventId);
  }

  answers(): EventClient['events'] {
    return [...this.#earlier, this.client].flatMap(({ events }) => events);
  }

  events(): number {
    return this.answers().length;
  }
}

/** All streams of one caller; two in ten differ by one letter only, one in ten shows no token. */
async function followed(marked: MarkedGateway, number: number): Promise<Followed[]> {
  const isNobody = number % 10 === 0;
  const mark = isNobody ? nobody : `mark-${Math.floor(number / 2)}-${number % 2 ? 'a' : 'b'}`;
  const headers: Record<string, string> = isNobody
    ? {}
    : { authorization: `Bearer ${await marked.tokenOf(mark)}` };
  return Promise.all(
    asked.map(async (each) => {
      const asking = { mark, asked: each, headers };
      return new Followed(asking, await openStream(marked.url, asking, undefined));
    }),
  );
}

function openStream(
  url: string,
  { mark, asked: { query, variables }, headers }: Asking,
  lastEventId: string | undefined,
): Promise<EventClient> {
  const given = variables ? { variables: variables(mark) } : {};
  return readEvents(url, { query, ...given, headers, lastEventId });
}

/** Every third stream leaves and comes back. */
async function comeBack({ url }: MarkedGateway, open: readonly Followed[]): Promise<void> {
  await Promise.all(open.filter((_, at) => at % 3 === 0).map((each) => each.comeBack(url)));
}

function lookInto(followed: Followed, found: PoisonedStreams): void {
  const { mark, asked: each } = followed;
  const expected = JSON.stringify(each.told(mark));
  for (const { answer } of followed.answers()) {
    found.told += 1;
    const text = JSON.stringify(answer);
    const marks = text.match(/mark-\d+-[ab]/g) ?? [];
    if (marks.some((other) => other !== mark)) found.crossings += 1;
    const isAsExpected = JSON.stringify(answer.data) === expected && answer.errors === undefined;
    if (!isAsExpected && found.faults.length < 10) {
      found.faults.push(`${mark} asked ${each.query} and was told ${text}`);
    }
  }
}

/** Settles once something holds; five minutes are patience enough. */
async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + 300_000;
  while (!holds()) {
    if (performance.now() > end) throw new Error('It did not come about within five minutes.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
