import { rowsOf } from '../table.js';

/** Where facts of the bundled city come from; data/SOURCES.md says the same for people. */
export interface DatasetRow {
  code: string;
  name: string;
  publisher: string;
  licence: string;
  /** Date of the edition, or of reading where the edition has none. */
  date: string;
  url: string | null;
  use: string;
}

/** Promises every source that a row of the bundled city may name. */
export const datasets = (): DatasetRow[] =>
  rowsOf('datasets', (line) => ({
    code: line.text('code'),
    name: line.text('name'),
    publisher: line.text('publisher'),
    licence: line.text('licence'),
    date: line.text('date'),
    url: line.maybe('url'),
    use: line.text('use'),
  }));
