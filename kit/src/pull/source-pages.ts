import { askedAgain } from '../outbound/asked-again.js';
import { JsonSource } from '../outbound/json-source.js';
import { SourceProblem, shownAddress } from '../outbound/source-problem.js';
import type { Declaration } from './declaration.js';
import { valueAt } from './json-pointer.js';
import { SeenRows } from './seen-rows.js';
import { type SecretPlaces, wordsOf } from './secret-words.js';
import { sinceParameter } from './since.js';
import type { SourcePage } from './source-page.js';

/** How a pull is bounded from outside. */
export interface PullOptions extends SecretPlaces {
  readonly signal?: AbortSignal;
  /** When the last reading began (ISO 8601), where only what changed since is asked for. */
  readonly since?: string;
}

/** The pages of a declared source, asked one after the other, the next while the last is worked on, within the declared limits. */
export class SourcePages {
  readonly #source: JsonSource;
  readonly #parameters: Readonly<Record<string, string>>;
  readonly #until: number;
  #asked = 0;
  #rows = 0;

  constructor(
    private readonly declared: Declaration,
    private readonly options: PullOptions,
  ) {
    const { limits, address, inside } = declared;
    const { since } = options;
    this.#parameters = {
      ...wordsOf(declared.parameters, options),
      ...(since !== undefined && declared.since && sinceParameter(declared.since, since)),
    };
    this.#until = Date.now() + limits.minutes * 60_000;
    this.#source = new JsonSource(new URL(address).origin, {
      isInside: inside,
      headers: wordsOf(declared.headers, options),
      bounds: {
        bytes: limits.pageBytes,
        milliseconds: limits.pageMilliseconds,
        depth: limits.depth,
      },
    });
  }

  /** The first address, or the one that a page or a kept cursor names; with the declared parameters that it does not say itself. */
  addressOf(from: string = this.declared.address): URL {
    const url = URL.parse(from, this.declared.address);
    if (!url)
      throw this.#fault(`names "${from.slice(0, 100)}" as the next page, which is no address`);
    for (const [name, value] of Object.entries(this.#parameters))
      if (this.#isSecret(name) || !url.searchParams.has(name)) url.searchParams.set(name, value);
    return url;
  }

  /** A secret that a source wrote into a link of its own may be an old one. */
  #isSecret(name: string): boolean {
    const said = this.declared.parameters[name];
    return said !== undefined && said.text === undefined;
  }

  /** Asks for one page and finds its rows. Throws a SourceProblem when it cannot be used or a limit is reached. */
  async read(url: URL, pointer: string): Promise<SourcePage> {
    const { limits } = this.declared;
    this.#asked += 1;
    if (this.#asked > limits.pages)
      throw this.#fault(`has more than ${limits.pages} pages ("limits.pages")`);
    if (Date.now() > this.#until)
      throw this.#fault(`took more than ${limits.minutes} minutes ("limits.minutes")`);
    const patience = { tries: limits.tries, until: this.#until };
    const signal = this.options.signal && { signal: this.options.signal };
    const page = await askedAgain(() => this.#source.ask({ url, ...signal }), {
      ...patience,
      ...signal,
    });
    const rows = valueAt(page, pointer);
    if (!Array.isArray(rows)) throw this.#fault(`has no list at "${pointer}"${keysOf(page)}`);
    this.#rows += rows.length;
    if (this.#rows > limits.rows)
      throw this.#fault(`has more than ${limits.rows} rows ("limits.rows")`);
    return { url, page, rows: rows as unknown[] };
  }

  /** The first page alone, and where the next one is. */
  async first(): Promise<SourcePage & { readonly next: URL | undefined }> {
    const page = await this.#list(this.#firstOf());
    return { ...page, next: this.#nextOf(page, 1) };
  }

  /**
   * Every page from the first to the last, each once and without the rows that a page before it held; the next is
   * asked for while one is worked on. Throws a SourceProblem (MOVED) where rows changed their page meanwhile.
   */
  async *all(): AsyncGenerator<SourcePage> {
    const seen = new Set<string>();
    const rows = new SeenRows(this.declared);
    const begin = (url: URL): Promise<SourcePage> => {
      if (seen.has(url.href)) throw this.#fault('names a page as the next that was read before');
      seen.add(url.href);
      return ahead(this.#list(url));
    };
    let coming: Promise<SourcePage> | undefined = begin(this.#firstOf());
    while (coming) {
      const page: SourcePage = await coming;
      const url = this.#nextOf(page, seen.size);
      coming = url && begin(url);
      yield { ...page, rows: rows.newOf(page) };
    }
    rows.mustBeWhole(this.addressOf());
  }

  /** Ends every connection. */
  close(): Promise<void> {
    return this.#source.close();
  }

  #list(url: URL): Promise<SourcePage> {
    return this.read(url, this.declared.rows ?? '');
  }

  #firstOf(): URL {
    const url = this.addressOf();
    const { next } = this.declared;
    if (next?.page !== undefined) url.searchParams.set(next.page, String(next.first));
    return url;
  }

  #nextOf({ page, rows }: SourcePage, read: number): URL | undefined {
    const { next, total } = this.declared;
    if (!next) return undefined;
    if (next.page !== undefined) {
      const all = total === undefined ? undefined : valueAt(page, total);
      if (rows.length === 0 || (all !== undefined && this.#rows >= Number(all))) return undefined;
      const url = this.addressOf();
      url.searchParams.set(next.page, String(next.first + read * next.step));
      return url;
    }
    const said = valueAt(page, next.link ?? next.cursor ?? '');
    if (said === undefined || said === null || said === '' || said === false) return undefined;
    if (typeof said !== 'string' && typeof said !== 'number')
      throw this.#fault('names a next page that is no text');
    if (next.link !== undefined) return this.addressOf(String(said));
    const url = this.addressOf();
    url.searchParams.set(next.parameter ?? '', String(said));
    return url;
  }

  #fault(what: string): SourceProblem {
    return new SourceProblem(
      'NOT_AS_DECLARED',
      `${shownAddress(new URL(this.declared.address))} ${what}.`,
    );
  }
}

/** A page that is asked for before it is wanted: who wants it hears of its failure, and nobody else may die of it meanwhile. */
export function ahead<Page>(coming: Promise<Page>): Promise<Page> {
  coming.catch(() => {});
  return coming;
}

const keysOf = (page: unknown): string =>
  typeof page === 'object' && page !== null && !Array.isArray(page)
    ? `; the page holds ${Object.keys(page).slice(0, 10).join(', ')}`
    : '';
