import type { LocalText } from '@manabi/kit/value/local-text';
import { type EntityManager, type RawQueryFragment as Sql, raw, sql } from '@mikro-orm/postgresql';

import { nearTable } from './circumstance.search.js';
import { type Facet, FacetField } from './facet.entity.js';
import { type FacetGroup, facetsOf } from './facet.rules.js';
import { type Conditions, conditionsOf, joined } from './filter.search.js';
import type { OpportunityFilter, Search } from './opportunity.input.js';
import { stateAt } from './state.search.js';
import { slotMask, timeBands, weekdays } from './week-time.rules.js';

/** Rows that are counted for facets at most; of more, counts are the least they can be. */
const rowsCountedAtMost = 60_000;

/** The bit of a facet in `failed`; the last is of a weekday and a part of the day that never fall together. */
const facetOrder: readonly FacetField[] = Object.values(FacetField);
const weekTimeBit = facetOrder.length;

/** Which facets are wanted, and whether the search is known to find many: then its words may not be looked up. */
export interface FacetsWanted {
  readonly fields: readonly FacetField[];
  readonly areMany: boolean;
}

interface Counted {
  rows: string;
  groups: FacetGroup[] | null;
  labels: Record<string, LocalText> | null;
}

/**
 * Counts the values of these facets in one statement, each with its own filter left out: every row says which
 * facets' filters it fails, is kept when that is one at most, and is grouped once for each facet.
 */
export async function searchFacets(
  em: EntityManager,
  search: Search,
  { fields, areMany }: FacetsWanted,
): Promise<Facet[]> {
  if (fields.length === 0) return [];
  const looked = areMany && (await areCommon(em, search));
  const [counted] = await em.execute<[Counted]>(
    facetStatement(search, { fields, areMany: looked }),
  );
  return facetsOf(fields, {
    groups: (counted.groups ?? []).filter(({ field, failed }) => counts(field, failed)),
    labels: counted.labels ?? {},
    isExact: Number(counted.rows) <= rowsCountedAtMost,
  });
}

/** Rows whose texts are found by the index of pieces sooner than by reading all of them in a row. */
const rareAtMost = 100_000;

interface Guess {
  'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }];
}

/** Whether words are in so many texts, as the planner guesses, that reading texts in a row finds them sooner. */
async function areCommon(em: EntityManager, { filter, at }: Search): Promise<boolean> {
  const { pieces } = conditionsOf(filter, at);
  if (pieces.length === 0) return true;
  const [guess] = await em.execute<[Guess]>(
    sql<Sql>`explain (format json) select from opportunity_text s where ${joined(pieces, ' and ', 'true')}`,
  );
  return guess['QUERY PLAN'][0].Plan['Plan Rows'] > rareAtMost;
}

/** The SQL of the facets; also what the benches explain. */
export function facetStatement({ filter, at }: Search, { fields, areMany }: FacetsWanted): Sql {
  const conditions = conditionsOf(filter, at);
  const { always, near, words, pieces } = conditions;
  const wanted = [...always, ...near.joined, ...words, ...(areMany ? [] : pieces)];
  const grouped = groupedOf(fields);
  const columns = grouped.map(
    (name) => sql<Sql>`${valueOf(name, filter, at)} as ${raw<Sql>(name)}`,
  );
  const ofGroup = (told: (name: Grouped) => string) =>
    raw<Sql>(grouped.map((name) => `when grouping(${name}) = 0 then ${told(name)}`).join(' '));
  return sql<Sql>`with ${nearTable(filter)},
    told as (
      select ${joined(columns, ', ', '')}, ${failedBits(conditions)} as failed
      from ${conditions.table} s
      where ${joined(wanted, ' and ', 'true')}
    ), counted as (select * from told where failed & (failed - 1) = 0 limit ${rowsCountedAtMost + 1}
    ), grouped as materialized (
      select case ${ofGroup((name) => `'${name}'`)} end as field,
        case ${ofGroup((name) => `${name}::text`)} end as value, failed, count(*) as count
      from counted
      group by grouping sets (${raw<Sql>(grouped.map((name) => `(${name}, failed)`).join(', '))}, ())
    ), groups as materialized (${raw<Sql>(throughVenues(fields))})
    select (select count from groups where field is null) as rows,
      (select jsonb_agg(groups) from groups where field is not null and value is not null) as groups,
      (${raw<Sql>(labels)}) as labels`;
}

/** Names of the registers for the codes that were counted. */
const labels = `select jsonb_object_agg(known.key, known.name) from (
    select 'CATEGORY:' || code as key, label as name from subject where scheme = 'MEXT'
    union all select 'DEPARTMENT:' || code, name from department
    union all select 'AREA:' || code, name from area
      where code in (select value from groups where field = 'AREA')
    union all select 'SCHOOL_DISTRICT:' || code, name from school_district
  ) known`;

/** What rows are grouped by: facets, or their venue, which leads to areas and school districts. */
type Grouped = FacetField | 'VENUE';

/** What the register of facilities tells of a venue, for the facets that it is asked for. */
const ofVenue: Partial<Record<FacetField, string>> = {
  AREA: 'facility.area_code',
  SCHOOL_DISTRICT: 'area.school_district_code',
};

function groupedOf(fields: readonly FacetField[]): Grouped[] {
  const plain = fields.filter((field) => !(field in ofVenue));
  return plain.length < fields.length ? [...plain, 'VENUE'] : plain;
}

/** Some hundred venues are looked up once they are counted, not a hundred thousand rows before. */
function throughVenues(fields: readonly FacetField[]): string {
  const told = fields.flatMap((field) => {
    const code = ofVenue[field];
    return code === undefined
      ? []
      : `select '${field}', ${code}, failed, count from grouped
         join facility on facility.code = value left join area on area.code = facility.area_code
         where field = 'VENUE'`;
  });
  const others = `select field, value, failed, count from grouped where field is distinct from 'VENUE'`;
  return [others, ...told].join(' union all ');
}

/** What a row has of a facet: a code, or bits of several. */
function valueOf(field: Grouped, filter: OpportunityFilter, at: Date): Sql {
  if (field === FacetField.APPLICATION) return stateAt(at);
  if (field === FacetField.WEEKDAY) return weekdayBits(filter);
  if (field === FacetField.TIME_BAND) return bandBits(filter);
  return raw<Sql>(plainValues[field] ?? 'null');
}

const plainValues: Readonly<Partial<Record<Grouped, string>>> = {
  CATEGORY: 's.categories',
  AUDIENCE: 's.audiences',
  DEPARTMENT: 's.department',
  MONTH: 's.start_month',
  WEEKDAY: 's.weekdays',
  TIME_BAND: 's.bands',
  VENUE: 's.venue_code',
  FEE: 's.fee',
};

/** Weekdays of a row, where parts of the day are asked for only those that have one of them. */
function weekdayBits({ timeBands: asked }: OpportunityFilter): Sql {
  if (!asked?.length) return raw<Sql>('s.weekdays');
  const bands = asked.map((band) => timeBands.indexOf(band));
  return bitSum(weekdays.map((_, day) => slotMask([day], bands)));
}

/** Parts of the day of a row, where weekdays are asked for only those that fall on one of them. */
function bandBits({ weekdays: asked }: OpportunityFilter): Sql {
  if (!asked?.length) return raw<Sql>('s.bands');
  const days = asked.map((day) => weekdays.indexOf(day));
  return bitSum(timeBands.map((_, band) => slotMask(days, [band])));
}

function bitSum(masks: readonly number[]): Sql {
  const bits = masks.map(
    (mask, place) => `case when s.slots & ${mask} <> 0 then ${1 << place} else 0 end`,
  );
  return raw<Sql>(`(${bits.join(' | ')})`);
}

/** Which facets' own filters a row fails, as bits. */
function failedBits({ ofFacet, weekTime }: Conditions): Sql {
  const bits = [...ofFacet].map(
    ([field, condition]) =>
      sql<Sql>`case when (${condition}) is true then 0 else ${1 << facetOrder.indexOf(field)} end`,
  );
  const day = ofFacet.get(FacetField.WEEKDAY);
  const band = ofFacet.get(FacetField.TIME_BAND);
  if (weekTime && day && band)
    bits.push(
      sql<Sql>`case when ${day} and ${band} and not (${weekTime}) then ${1 << weekTimeBit} else 0 end`,
    );
  return sql<Sql>`(${joined(bits, ' | ', '0')})`;
}

/** True when a row that fails these filters still counts for a facet, because they are its own. */
function counts(field: FacetField, failed: number): boolean {
  const ofWeek = field === FacetField.WEEKDAY || field === FacetField.TIME_BAND;
  const own = (1 << facetOrder.indexOf(field)) | (ofWeek ? 1 << weekTimeBit : 0);
  return (failed & ~own) === 0;
}
