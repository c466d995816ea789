import { Tri } from '@manabi/kit/value/tri';

import { type ReadingListEntry, SubjectMatch } from './reading-list.entity.js';

const nearness = [SubjectMatch.EXACT, SubjectMatch.PREFIX, SubjectMatch.DIVISION];

/**
 * Puts a list into its order again once copies were asked live: the nearest subject first, then what is on the shelf,
 * then what is kept at all, and of equal ones as they stood. May leave out what is not surely on the shelf.
 */
export function shelfFirst(
  entries: readonly ReadingListEntry[],
  onlyOnShelf: boolean,
): ReadingListEntry[] {
  return entries
    .filter(({ availableThere }) => !onlyOnShelf || availableThere === Tri.YES)
    .toSorted((one, other) => rank(one) - rank(other));
}

const rank = ({ match, onShelf, copies }: ReadingListEntry): number =>
  nearness.indexOf(match) * 4 + ((onShelf ?? 0) > 0 ? 0 : 2) + ((copies ?? 0) > 0 ? 0 : 1);
