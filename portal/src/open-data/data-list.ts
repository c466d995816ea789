import { departmentNames } from '../collection/departments.js';
import type { PublicGraph } from '../collection/public-graph.js';
import type { FileReading } from './file-text.js';
import type { IndexState, IndexWatch } from './index-state.js';
import type { PublishedSheet, Setting } from './sheet.js';
import { sheets } from './sheets.js';

/** How many rows a file has, counted no further than people want to know. */
export interface RowCount {
  readonly rows: number;
  readonly isExact: boolean;
  /** How many of those that were counted are composed examples. */
  readonly samples: number;
}

/** One data set as it is told of. */
export interface ListedSheet {
  readonly sheet: PublishedSheet;
  /** The department that answers for it. */
  readonly publisher: string;
  readonly count: RowCount;
}

/** All data sets, and the state of the graph for which they are told. */
export interface DataList {
  readonly state: IndexState;
  readonly sheets: readonly ListedSheet[];
}

/** Rows that are counted at most. */
const countedAtMost = 1_000;

/** Milliseconds for which a list is told again while departments go on changing things. */
const goodFor = 60_000;

/** Keeps the list of data sets for as long as nothing changed, or for a minute. */
export class DataLists {
  #made: { readonly list: Promise<DataList>; readonly at: number } | undefined;

  constructor(
    private readonly watch: IndexWatch,
    private readonly from: Pick<FileReading, 'graph' | 'municipality' | 'address'>,
  ) {}

  /** The list. Throws BrokenWalk when a data set cannot be counted. */
  async list(): Promise<DataList> {
    const made = this.#made;
    if (made && Date.now() - made.at < goodFor) return made.list;
    const list = this.#make();
    this.#made = { list, at: Date.now() };
    // What failed is made anew by whoever asks next.
    list.catch(() => (this.#made = undefined));
    return list;
  }

  async #make(): Promise<DataList> {
    const { graph, municipality, address } = this.from;
    const state = await this.watch.look();
    const departments = await departmentNames(graph, new AbortController().signal);
    const setting = { municipality, address: address(), departments };
    const listed: ListedSheet[] = [];
    for (const sheet of sheets) {
      const count = await countOf(sheet, graph, setting);
      listed.push({ sheet, publisher: departments.get(sheet.publisher) ?? sheet.publisher, count });
    }
    return { state, sheets: listed };
  }
}

async function countOf(
  sheet: PublishedSheet,
  graph: PublicGraph,
  setting: Setting,
): Promise<RowCount> {
  const enough = new AbortController();
  const edition = sheet.editions[0]?.name ?? 'older';
  let [rows, samples] = [0, 0];
  const reading = { graph, narrowed: {}, signal: enough.signal };
  for await (const page of sheet.cells(edition, reading, setting)) {
    rows += page.lines.length;
    samples += page.samples;
    if (rows >= countedAtMost) {
      enough.abort();
      return { rows, isExact: false, samples };
    }
  }
  return { rows, isExact: true, samples };
}
