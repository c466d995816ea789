import type { LocalText } from '@manabi/kit/value/local-text';

import { type Facet, FacetField, type FacetValue } from './facet.entity.js';
import { facetLabels, valueLabel } from './facet-label.rules.js';
import { audienceOrder, categoryOrder } from './index-row.rules.js';
import { timeBands, weekdays } from './week-time.rules.js';

/** Rows that have the same value of a facet, a code or bits of several, and fail the same filters. */
export interface FacetGroup {
  readonly field: FacetField;
  readonly value: string;
  readonly failed: number;
  readonly count: number;
}

/** What was counted, with the names that the registers give to codes, as `FIELD:code`. */
export interface CountedGroups {
  readonly groups: readonly FacetGroup[];
  readonly labels: Readonly<Record<string, LocalText>>;
  readonly isExact: boolean;
}

/** Values that stand in the order of their list; the others stand in the order of their counts or codes. */
const listed: Partial<Record<FacetField, readonly string[]>> = {
  CATEGORY: categoryOrder,
  AUDIENCE: audienceOrder,
  WEEKDAY: weekdays,
  TIME_BAND: timeBands,
  FEE: ['FREE', 'PAID', 'UNKNOWN'],
  APPLICATION: ['OPEN', 'LOTTERY', 'WAITLIST', 'BEFORE', 'NO_APPLICATION', 'CLOSED', 'UNKNOWN'],
};

/** Facets whose groups hold bits, one for each value of the list. */
const ofBits = new Set<FacetField>([
  FacetField.CATEGORY,
  FacetField.AUDIENCE,
  FacetField.WEEKDAY,
  FacetField.TIME_BAND,
]);

/** Values of one facet at most; what has fewest is left out. */
const valuesAtMost = 60;

/** Makes the facets that were asked for, in the order in which they were asked for. */
export function facetsOf(fields: readonly FacetField[], counted: CountedGroups): Facet[] {
  const groups = Map.groupBy(counted.groups, (group) => group.field);
  return fields.map((field) => ({
    field,
    label: facetLabels[field],
    isExact: counted.isExact,
    values: ordered(field, countValues(field, groups.get(field) ?? [])).map(([code, count]) => ({
      code,
      count,
      label: counted.labels[`${field}:${code}`] ?? valueLabel(field, code) ?? { ja: code },
    })),
  }));
}

function countValues(field: FacetField, groups: readonly FacetGroup[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { value, count } of groups)
    for (const code of codesOf(field, value)) counts.set(code, (counts.get(code) ?? 0) + count);
  return counts;
}

function codesOf(field: FacetField, value: string): readonly string[] {
  if (ofBits.has(field))
    return listed[field]?.filter((_, place) => Number(value) & (1 << place)) ?? [];
  if (field === FacetField.MONTH) return [monthCode(Number(value))];
  return [value];
}

/** `YYYY-MM` of the months since year 0. */
function monthCode(months: number): string {
  const year = String(Math.floor(months / 12)).padStart(4, '0');
  return `${year}-${String((months % 12) + 1).padStart(2, '0')}`;
}

function ordered(
  field: FacetField,
  counts: ReadonlyMap<string, number>,
): [FacetValue['code'], number][] {
  const list = listed[field];
  if (list)
    return list.flatMap((code) => {
      const count = counts.get(code);
      return count === undefined ? [] : [[code, count]];
    });
  const most = [...counts]
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .slice(0, valuesAtMost);
  return field === FacetField.MONTH ? most.sort(([a], [b]) => (a < b ? -1 : 1)) : most;
}
