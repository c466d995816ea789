import { JsonSource } from '../outbound/json-source.js';
import { SourceProblem, shownAddress } from '../outbound/source-problem.js';
import type { Declaration } from './declaration.js';
import { valueAt } from './json-pointer.js';
import { type SecretPlaces, wordsOf } from './secret-words.js';

/** One page of a source, as it came. */
export interface SourcePage {
  readonly url: URL;
  readonly page: unknown;
  readonly rows: readonly unknown[];
}

/** How a pull is bounded from outside. */
export interface PullOptions extends SecretPlaces {
  readonly signal?: AbortSignal;
}

/** The pages of a declared source, asked one after the other within the declared limits. */
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
    this.#parameters = wordsOf(declared.parameters, options);
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

  /** The first address, or the one that a page or a kept cursor names; with the declared parameters in either case. */
  addressOf(from: string = this.declared.address): URL {
    const url = URL.parse(from, this.declared.address);
    if (!url)
      throw this.#fault(`names "${from.slice(0, 100)}" as the next page, which is no address`);
    for (const [name, value] of Object.entries(this.#parameters)) url.searchParams.set(name, value);
    return url;
  }

  /** Asks for one page and finds its rows. Throws a SourceProblem when it cannot be used or a limit is reached. */
  async read(url: URL, pointer: string): Promise<SourcePage> {
    const { limits } = this.declared;
    this.#asked += 1;
    if (this.#asked > limits.pages)
      throw this.#fault(`has more than ${limits.pages} pages ("limits.pages")`);
    if (Date.now() > this.#until)
      throw this.#fault(`took more than ${limits.minutes} minutes ("limits.minutes")`);
    const { signal } = this.options;
    const page = await this.#source.ask({ url, ...(signal && { signal }) });
    const rows = valueAt(page, pointer);
    if (!Array.isArray(rows)) throw this.#fault(`has no list at "${pointer}"${keysOf(page)}`);
    this.#rows += rows.length;
    if (this.#rows > limits.rows)
      throw this.#fault(`has more than ${limits.rows} rows ("limits.rows")`);
    return { url, page, rows: rows as unknown[] };
  }

  /** Every page from the first to the last, each once. */
  async *all(): AsyncGenerator<SourcePage> {
    const pointer = this.declared.rows ?? '';
    const seen = new Set<string>();
    let url: URL | undefined = this.#firstOf();
    while (url) {
      if (seen.has(url.href)) throw this.#fault('names a page as the next that was read before');
      seen.add(url.href);
      const page: SourcePage = await this.read(url, pointer);
      yield page;
      url = this.#nextOf(page, seen.size);
    }
  }

  /** Ends every connection. */
  close(): Promise<void> {
    return this.#source.close();
  }

  #firstOf(): URL {
    const url = this.addressOf();
    const { next } = this.declared;
    if (next?.page !== undefined) url.searchParams.set(next.page, String(next.first));
    return url;
  }

  #nextOf({ page, rows }: SourcePage, read: number): URL | undefined {
    const { next } = this.declared;
    if (!next) return undefined;
    if (next.page !== undefined) {
      if (rows.length === 0) return undefined;
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

const keysOf = (page: unknown): string =>
  typeof page === 'object' && page !== null && !Array.isArray(page)
    ? `; the page holds ${Object.keys(page).slice(0, 10).join(', ')}`
    : '';
