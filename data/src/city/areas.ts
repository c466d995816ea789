import { rowsOf } from '../table.js';
import { nameOf, type Text } from '../text.js';
import { type Sourced, sourced } from './sourced.js';

/** A town block (町字・丁目). */
export interface AreaRow extends Sourced {
  /** Our code, S + town + 丁目: the official 町字ID had no source, so `code` stands in `sampleFields`. */
  code: string;
  name: Text;
  town: string;
  chome: number;
  latitude: number;
  longitude: number;
}

/** Promises the 114 town blocks of the city. */
export const areas = (): AreaRow[] =>
  rowsOf('areas', (line) => ({
    code: line.text('code'),
    name: nameOf(line),
    town: line.text('town'),
    chome: line.number('chome'),
    latitude: line.number('latitude'),
    longitude: line.number('longitude'),
    ...sourced(line, ['code', 'name.kana', 'name.en']),
  }));
