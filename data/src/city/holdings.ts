import { draw, numberOf } from '../draw.js';
import { opaqueId } from '../opaque-id.js';
import { addDays, todayInTokyo } from '../tokyo-day.js';
import { libraryBranches } from './library-branches.js';
import { sampleOf, type Sourced } from './sourced.js';
import { titles, type TitleRow } from './titles.js';

/** Where a copy is: 在架, 貸出中, 予約棚, 移送中, 修理中. */
export type HoldingStatus = 'ON_SHELF' | 'LENT' | 'RESERVED' | 'IN_TRANSIT' | 'REPAIR';

/** A copy of a title at a branch (所蔵). */
export interface HoldingRow extends Sourced {
  id: string;
  titleId: string;
  branchCode: string;
  /** Number of the copy at the branch, from 1. */
  copy: number;
  status: HoldingStatus;
  /** Day by which a lent copy should come back; null when it is not lent. */
  dueOn: string | null;
  /** How many wait for it. */
  reservations: number;
  shelfMark: string;
}

// Twenty sides: six copies in ten stand on the shelf.
const STATUS: readonly HoldingStatus[] = [
  ...Array.from({ length: 12 }, (): HoldingStatus => 'ON_SHELF'),
  ...Array.from({ length: 5 }, (): HoldingStatus => 'LENT'),
  'RESERVED',
  'IN_TRANSIT',
  'REPAIR',
];

const holdingOf = (title: TitleRow, branchCode: string, today: string): HoldingRow => {
  const seed = numberOf(`${title.id}${branchCode}`);
  const status = STATUS[draw(STATUS.length, seed, 1)] ?? 'ON_SHELF';
  const waited = status === 'LENT' || status === 'RESERVED';
  return {
    id: opaqueId('holding', `${title.id}/${branchCode}/1`),
    titleId: title.id,
    branchCode,
    copy: 1,
    status,
    dueOn: status === 'LENT' ? addDays(today, draw(16, seed, 2) - 1) : null,
    reservations: waited ? draw(4, seed, 3) : 0,
    shelfMark: `${title.subjectKeys[0]?.code ?? ''}/${title.author.kana?.slice(0, 1) ?? ''}`,
    ...sampleOf(today),
  };
};

/** Promises the copies of every title but e-books: one to four branches hold each, picture books more. */
export const holdings = (today: string = todayInTokyo()): HoldingRow[] => {
  const branches = libraryBranches().map((branch) => branch.facilityCode);
  return titles(today)
    .filter((title) => title.format !== 'EBOOK')
    .flatMap((title) => {
      const seed = numberOf(title.id);
      const copies = 1 + draw(title.format === 'PICTURE_BOOK' ? 6 : 4, seed, 1);
      const first = draw(branches.length, seed, 2);
      return Array.from({ length: copies }, (_, at) =>
        holdingOf(title, branches[(first + at * 2) % branches.length] ?? '', today),
      );
    });
};
