import { RequestRefused } from '../errors/gateway-error.js';
import { stepTo, type Column, type Step } from './column.js';
import type { ListPath } from './found-list.js';
import type { SelectedField } from './selected-fields.js';

/** The columns of a list, and the inner list of which every item becomes a row. */
export interface Columns {
  readonly columns: readonly Column[];
  /** The way from a row to the inner list; undefined where a row stays one. */
  readonly multiplied: readonly Step[] | undefined;
}

/** Where a field stands within its row. */
interface Place {
  readonly name: string;
  readonly steps: readonly Step[];
  readonly isWithheld: boolean;
  /** Whether it stands below the inner list whose items are rows, or in it. */
  readonly isOfItem: boolean;
  /** Whether it stands within a list, so that a cell may hold several values. */
  readonly isInList: boolean;
}

/**
 * The columns of a list, from what is selected and never from the data: an empty answer has the same. Objects become
 * columns with dotted names, the nodes of a connection stand without `edges` and `node`, what inner lists hold stands
 * in one cell, save for the list named by `rows`. Throws RequestRefused for names that are not clear.
 */
export function columnsOf(list: ListPath, rows: string | undefined): Columns {
  const field = list.at(-1);
  const isWithheld = list.some((each) => each.isWithheld);
  const place = { name: '', steps: [], isWithheld, isOfItem: false, isInList: false };
  const spread = new Spread(rows);
  if (field) spread.list(field, place);
  spread.refuseUnclear();
  return { columns: spread.columns, multiplied: spread.multiplied };
}

class Spread {
  readonly columns: Column[] = [];
  readonly #innerLists: string[] = [];
  multiplied: readonly Step[] | undefined;

  constructor(private readonly rows: string | undefined) {}

  /** The columns of the list that the table is made of. */
  list(field: SelectedField, place: Place): void {
    if (field.leaf !== undefined) {
      this.#column(
        field,
        { ...place, name: field.key, isInList: field.lists > 1 },
        field.lists - 1,
      );
      return;
    }
    if (isEdges(field)) this.#edges(field, place);
    else this.#all(field.below, place);
  }

  refuseUnclear(): void {
    const names = this.columns.map(({ name }) => name);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) {
      throw unclear(`Two columns would be named "${twice}"; give one of the fields an alias.`);
    }
    if (this.rows === undefined || this.multiplied) return;
    const lists = this.#innerLists.map((name) => `rows=${name}`).join(', ');
    throw unclear(
      `The rows hold no list "${this.rows}"; ${lists ? `say one of: ${lists}.` : 'they hold none.'}`,
    );
  }

  #all(fields: readonly SelectedField[], place: Place): void {
    for (const field of fields) this.#field(field, place);
  }

  #field(field: SelectedField, above: Place): void {
    const name = above.name === '' ? field.key : `${above.name}.${field.key}`;
    const isItems = isEdges(field);
    // What a connection holds is named after the connection.
    const place = this.#within(field, above, isItems ? above.name : name);
    if (field.leaf !== undefined) this.#column(field, place);
    else if (isItems) this.#edges(field, place);
    else this.#all(field.below, place);
  }

  /** The nodes' fields under the name of their connection, what the edges say themselves under `edge`. */
  #edges({ below }: SelectedField, place: Place): void {
    for (const field of below) {
      if (isNode(field)) this.#all(field.below, this.#within(field, place, place.name));
      else this.#field(field, { ...place, name: place.name ? `${place.name}.edge` : 'edge' });
    }
  }

  #within(field: SelectedField, above: Place, name: string): Place {
    const step = stepTo(field.key, field.lists);
    const isWithheld = above.isWithheld || field.isWithheld;
    const place = { ...above, name, isWithheld, steps: [...above.steps, step] };
    if (field.lists === 0) return place;
    if (above.isInList || above.isOfItem) return { ...place, isInList: true };
    this.#innerLists.push(name);
    const isAsked = name === this.rows && field.lists === 1;
    if (!isAsked || this.multiplied) return { ...place, isInList: true };
    this.multiplied = place.steps;
    return { ...place, steps: [], isOfItem: true };
  }

  #column(field: SelectedField, place: Place, lists: number = 0): void {
    const { name, steps, isWithheld, isOfItem, isInList } = place;
    const kind = field.leaf ?? 'text';
    this.columns.push({ name, kind, isList: isInList, isWithheld, steps, lists, isOfItem });
  }
}

/** True for the list of a connection that is asked for its nodes. */
function isEdges({ node, lists, below }: SelectedField): boolean {
  return node.name.value === 'edges' && lists === 1 && below.some(isNode);
}

function isNode({ node, lists, leaf }: SelectedField): boolean {
  return node.name.value === 'node' && lists === 0 && leaf === undefined;
}

function unclear(message: string): RequestRefused {
  return new RequestRefused('BAD_USER_INPUT', message);
}
