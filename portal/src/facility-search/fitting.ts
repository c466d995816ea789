import type { PortalFacilitySearchQuery } from '../generated/public-graph.js';
import { facilityTypes } from '../record/facility-types.js';
import { wordOf } from '../search/words.js';
import { matches, readable } from '../words/matches.js';
import type { FacilityWish } from './facility-wish.js';

/** A house as the list of houses tells it. */
export type House = NonNullable<
  NonNullable<
    NonNullable<NonNullable<PortalFacilitySearchQuery['facilities']>['edges']>[number]
  >['node']
>;

/** Houses that fit a wish. */
export interface Fitting {
  /** Known to have all that is needed. */
  readonly sure: readonly House[];
  /** Of which something that is needed is not known, and nothing known to be missing. */
  readonly unsure: readonly House[];
}

/** Picks the houses that fit. What nobody has said of a house is no "no". */
export function fitting(houses: readonly House[], { text, type, needs }: FacilityWish): Fitting {
  const wanted = readable(text);
  const named = houses.filter(
    (house) => (type === null || house.type === type) && matches(readable(textOf(house)), wanted),
  );
  const known = named.map((house) => [house, needs.map((need) => valueOf(house, need))] as const);
  return {
    sure: known
      .filter(([, each]) => each.every((value) => value === 'YES'))
      .map(([house]) => house),
    unsure: known
      .filter(([, each]) => each.includes('UNKNOWN') && !each.includes('NO'))
      .map(([house]) => house),
  };
}

/** What is known of one item: yes, no, or nothing. */
export const valueOf = ({ access }: House, need: string): string =>
  access?.items?.find(({ code }) => code === need)?.value ?? 'UNKNOWN';

const textOf = ({ name, aliases, type, address }: House): string =>
  [name?.ja, name?.kana, ...(aliases ?? []), wordOf(facilityTypes, type ?? ''), address?.block]
    .filter(Boolean)
    .join(' ');

/** Houses of one page of the list. */
const housesOfPage = 30;

/** The houses of one page, the sure ones before the others; and whether there is a page after it. */
export function pageOfFitting(
  { sure, unsure }: Fitting,
  page: number,
): Fitting & { readonly hasNext: boolean } {
  const [from, to] = [(page - 1) * housesOfPage, page * housesOfPage];
  return {
    sure: sure.slice(from, to),
    unsure: unsure.slice(Math.max(0, from - sure.length), Math.max(0, to - sure.length)),
    hasNext: sure.length + unsure.length > to,
  };
}
