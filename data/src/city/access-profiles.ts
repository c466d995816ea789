import { rowsOf } from '../table.js';
import { nameOf, type Text } from '../text.js';
import { type Sourced, sourced } from './sourced.js';

/** One of the nineteen items of an access profile (GIF DS-436); NOTE is the one that holds words. */
export interface AccessItemRow extends Sourced {
  code: string;
  name: Text;
}

/** How accessible a facility is (施設アクセシビリティ); silence is UNKNOWN, never NO. */
export interface AccessProfileRow extends Sourced {
  facilityCode: string;
  items: { code: string; value: 'YES' | 'NO' | 'UNKNOWN' }[];
  note: string | null;
}

const VALUES = ['YES', 'NO', 'UNKNOWN'] as const;

/** Promises the nineteen items in the standard's order. */
export const accessItems = (): AccessItemRow[] =>
  rowsOf('access-items', (line) => ({
    code: line.text('code'),
    name: nameOf(line),
    ...sourced(line),
  }));

/** Promises a sample profile for every facility: eighteen three-valued items and a note. */
export const accessProfiles = (): AccessProfileRow[] => {
  const codes = accessItems()
    .map((item) => item.code)
    .filter((code) => code !== 'NOTE');
  return rowsOf('access-profiles', (line) => ({
    facilityCode: line.text('facility'),
    items: codes.map((code) => ({ code, value: line.oneOf(code, VALUES) })),
    note: line.maybe('NOTE'),
    ...sourced(line),
  }));
};
