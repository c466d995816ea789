import { setTimeout as pause } from 'node:timers/promises';
import type { GatewaySettings } from '../configuration/gateway-settings.js';
import { HttpRefused } from '../errors/http-refused.js';
import type { Log } from '../log.js';
import type { AskedOperations } from '../pipeline/asked-operations.js';
import type { DataAnswer } from '../pipeline/pipeline.js';
import type { GraphRequest } from '../pipeline/receive.js';
import { BegunTable } from './begun-table.js';
import type { TableRequest } from './table-request.js';
import { TablePlaces } from './table-places.js';
import { tableShape } from './table-shape.js';
import { TableWalk } from './table-walk.js';

/** What tables are made with. */
export interface TablesOptions {
  readonly settings: GatewaySettings;
  readonly operations: AskedOperations;
  readonly log: Log;
}

/** Seconds to wait for a turn where nobody says how many. */
const usualWait = 1;

/** Makes tables of the lists that operations return, whole ones and those of many pages, within their bounds. */
export class Tables {
  readonly #places: TablePlaces;

  constructor(private readonly options: TablesOptions) {
    this.#places = new TablePlaces(options.settings.tables);
  }

  /**
   * Asks for the first page of a table; what comes after it is asked for when the table is sent. Rejects with what ends a
   * request early. Whoever gets the table has to send it or to leave it.
   */
  async begin(asking: TableRequest): Promise<BegunTable> {
    const { asked, client, request } = asking;
    const { settings, log } = this.options;
    const leave = this.#places.enter(client, asked);
    try {
      const first = await this.#ask(asking, request);
      const shape = tableShape(first.compiled, asked);
      const ask = (next: GraphRequest): Promise<DataAnswer> => this.#inTurn(asking, next);
      const walk = new TableWalk(shape, { request, asked, limits: settings.tables, ask });
      return new BegunTable({ asking, first: first.answer, walk, settings, log, leave });
    } catch (error) {
      leave();
      throw error;
    }
  }

  #ask({ asked, ...asking }: TableRequest, request: GraphRequest): Promise<DataAnswer> {
    return this.options.operations.data(request, asking, (compiled) => {
      const { pages } = tableShape(compiled, asked);
      if (asked.pages === 'all') pages.refuseUnlessWalkable();
    });
  }

  /** Asks for one more page as soon as the client's rates and the gateway's load allow it. */
  async #inTurn(asking: TableRequest, request: GraphRequest): Promise<DataAnswer> {
    const latest = performance.now() + this.options.settings.tables.longest;
    for (;;) {
      if (asking.signal.aborted) throw new Error('The client has gone.');
      try {
        return await asking.again(() => this.#ask(asking, request));
      } catch (error) {
        const wait = waitAfter(error);
        if (wait === undefined || performance.now() + wait > latest) throw error;
        await pause(wait);
      }
    }
  }
}

/** Milliseconds after which something that was refused may be asked again; undefined for what is refused for good. */
function waitAfter(error: unknown): number | undefined {
  if (!(error instanceof HttpRefused) || (error.status !== 429 && error.status !== 503)) {
    return undefined;
  }
  const seconds = Number(error.headers['retry-after']);
  return 1000 * (seconds > 0 ? seconds : usualWait);
}
