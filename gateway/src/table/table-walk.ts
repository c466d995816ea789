import type { GatewaySettings } from '../configuration/gateway-settings.js';
import type { ResponseError } from '../errors/gateway-error.js';
import type { DataAnswer } from '../pipeline/pipeline.js';
import type { GraphAnswer, SilentDepartment } from '../pipeline/graph-answer.js';
import type { GraphRequest } from '../pipeline/receive.js';
import type { AskedTable } from './asked-table.js';
import {
  holesRefused,
  listMissing,
  pagesBroken,
  tooLarge,
  tooManyHoles,
} from './table-refusals.js';
import { tablePage, type Cell, type TablePage } from './table-rows.js';
import { tableShape, type TableShape } from './table-shape.js';

/** How a table is read. */
export interface WalkOptions {
  readonly request: GraphRequest;
  readonly asked: AskedTable;
  readonly limits: GatewaySettings['tables'];
  /** Asks for one more page, in its turn. */
  readonly ask: (request: GraphRequest) => Promise<DataAnswer>;
}

/** One page as it was asked for and answered. */
interface Coming {
  readonly request: GraphRequest;
  readonly answer: GraphAnswer;
}

/** Reads the pages of a table one after another, and knows what came of it. */
export class TableWalk {
  readonly askedAt = new Date();
  readonly #began = performance.now();
  readonly messages = new Map<string, number>();
  readonly departments = new Map<string, SilentDepartment>();
  rows = 0;
  pages = 0;
  errors = 0;
  /** Whether the list ends with the last row; undefined where nobody asked. */
  isComplete: boolean | undefined;
  isCutOff = false;

  constructor(
    readonly shape: TableShape,
    private readonly options: WalkOptions,
  ) {}

  /**
   * The rows of page after page; throws RequestRefused for what makes the table useless. While a page is used the next
   * one is asked for, and no other before that is taken.
   */
  async *read(first: GraphAnswer): AsyncGenerator<readonly (readonly Cell[])[]> {
    const { asked, request } = this.options;
    let coming: Coming = { request, answer: first };
    for (;;) {
      const { answer } = coming;
      const page = tablePage(this.shape, answer, asked.isPartWelcome);
      this.#judge(page, answer);
      const rows = this.#counted(page);
      const following = this.#endsWith(answer) ? undefined : this.#after(coming);
      // Whoever leaves before the end never asks what became of it.
      following?.catch(() => undefined);
      yield rows;
      if (!following) return;
      coming = await following;
    }
  }

  async #after({ request, answer }: Coming): Promise<Coming> {
    const { asked, ask } = this.options;
    const next = this.#next(request, answer);
    const { answer: following, compiled } = await ask(next);
    if (tableShape(compiled, asked).signature !== this.shape.signature) {
      throw pagesBroken('the graph has changed meanwhile');
    }
    return { request: next, answer: following };
  }

  #judge({ missing, isListMissing }: TablePage, answer: GraphAnswer): void {
    if (isListMissing) throw listMissing(missing);
    const { isPartWelcome } = this.options.asked;
    if (missing.length > 0 && !isPartWelcome) throw holesRefused(missing, answer);
    if (missing.some(isCounted)) throw tooManyHoles();
    this.errors += missing.length;
    for (const { message } of missing) {
      this.messages.set(message, (this.messages.get(message) ?? 0) + 1);
    }
    for (const silent of answer.extensions?.departments ?? []) {
      this.departments.set(silent.name, silent);
    }
  }

  #counted({ rows }: TablePage): readonly (readonly Cell[])[] {
    this.pages += 1;
    const room = this.#allowed - this.rows;
    this.rows += Math.min(rows.length, room);
    if (rows.length <= room) return rows;
    if (this.options.asked.format !== 'xlsx') throw this.#tooManyRows();
    this.isCutOff = true;
    return rows.slice(0, room);
  }

  /** True when nothing is to follow a page. */
  #endsWith(answer: GraphAnswer): boolean {
    const { hasMore } = this.shape.pages;
    const more = this.#isThere(answer) ? hasMore(answer.data) : false;
    this.isComplete = this.isCutOff ? false : more === undefined ? undefined : !more;
    if (this.options.asked.pages === 'one' || this.isCutOff || more === false) return true;
    if (more === undefined) throw pagesBroken('a page does not say whether more follows');
    if (this.rows < this.#allowed) return false;
    if (this.options.asked.format !== 'xlsx') throw this.#tooManyRows();
    this.isCutOff = true;
    return true;
  }

  /** False where what holds the list does not exist: then there are no rows, and nothing is missing. */
  #isThere({ data }: GraphAnswer): boolean {
    return this.shape.pages.isThere(data);
  }

  #next(request: GraphRequest, { data }: GraphAnswer): GraphRequest {
    const { longest } = this.options.limits;
    const took = performance.now() - this.#began;
    if (took > longest)
      throw tooLarge('The table takes longer than it may', 'tables.longest', longest);
    const next = this.shape.pages.next(data);
    for (const [name, cursor] of Object.entries(next)) {
      if (cursor === null || cursor === request.variables?.[name]) {
        throw pagesBroken('a page does not say where the next one begins');
      }
    }
    return { ...request, variables: { ...request.variables, ...next } };
  }

  get #allowed(): number {
    const { rows, workbookRows } = this.options.limits;
    return this.options.asked.format === 'xlsx' ? Math.min(rows, workbookRows) : rows;
  }

  #tooManyRows(): Error {
    return tooLarge('The table has more rows than one may have', 'tables.rows', this.#allowed);
  }
}

/** True for an error that stands for others that are not told. */
function isCounted({ extensions }: ResponseError): boolean {
  return 'alsoAtOtherPlaces' in extensions || 'moreErrors' in extensions;
}
