import { rowsOf } from '../table.js';
import { nameOf, type Text } from '../text.js';
import { type Sourced, sourced } from './sourced.js';

/** A primary school's district (小学校区); sample, because no source was found. */
export interface SchoolDistrictRow extends Sourced {
  code: string;
  name: Text;
  /** Facility code of the school. */
  schoolCode: string;
  /** Codes of the town blocks it covers; every block lies in exactly one district. */
  areaCodes: string[];
}

/** Promises the eighteen districts, drawn by us: each block goes to the nearest school. */
export const schoolDistricts = (): SchoolDistrictRow[] =>
  rowsOf('school-districts', (line) => ({
    code: line.text('code'),
    name: nameOf(line),
    schoolCode: line.text('school'),
    areaCodes: line.list('areas'),
    ...sourced(line),
  }));
