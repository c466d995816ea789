import type { GatewaySettings } from '../configuration/gateway-settings.js';
import { HttpRefused } from '../errors/http-refused.js';
import type { AskedTable } from './asked-table.js';

/** Holds the tables that take long, and those that take memory, within their number. */
export class TablePlaces {
  readonly #ofClient = new Map<string, number>();
  #walks = 0;
  #files = 0;

  constructor(private readonly settings: GatewaySettings['tables']) {}

  /** Takes a place for a table, which whoever got it leaves again, once or more often; throws HttpRefused where none is left. */
  enter(client: string, { format, pages }: AskedTable): () => void {
    const walks = pages === 'all' ? 1 : 0;
    const files = format === 'xlsx' || format === 'parquet' ? 1 : 0;
    const own = this.#ofClient.get(client) ?? 0;
    const { atOnce, perClient } = this.settings;
    if (own + walks > perClient) throw full(429, `${perClient} tables of all pages for one client`);
    if (this.#walks + walks > atOnce) throw full(503, `${atOnce} tables of all pages`);
    if (this.#files + files > this.settings.files) {
      throw full(503, `${this.settings.files} workbooks or Parquet files`);
    }
    this.#take(client, walks, files);
    let isIn = true;
    return () => {
      if (isIn) this.#take(client, -walks, -files);
      isIn = false;
    };
  }

  #take(client: string, walks: number, files: number): void {
    this.#walks += walks;
    this.#files += files;
    const own = (this.#ofClient.get(client) ?? 0) + walks;
    if (own > 0) this.#ofClient.set(client, own);
    else this.#ofClient.delete(client);
  }
}

function full(status: number, what: string): HttpRefused {
  return new HttpRefused(
    status,
    `${what} may be in work at once, and they are; ask again when one has ended.`,
    { 'retry-after': '5' },
  );
}
