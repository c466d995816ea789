import { fold } from '@manabi/kit/text/fold';
import { grams } from '@manabi/kit/text/grams';
import { Level } from '@manabi/kit/vocabulary/level';
import { type RawQueryFragment, raw, sql } from '@mikro-orm/core';

import { FacetField } from './facet.entity.js';
import { audienceOrder, categoryOrder, levelTerms } from './index-row.rules.js';
import { typeOfKind } from './opportunity-kind.entity.js';
import {
  type OpportunityFilter,
  type OpportunityPeriod,
  RecordStanding,
} from './opportunity.input.js';
import { stateAt } from './state.search.js';
import { bitsOf, slotMask, timeBands, weekdays } from './week-time.rules.js';
import { circumstanceConditions, nearConditions } from './circumstance.search.js';

/** A piece of SQL with its values. */
export type Sql = RawQueryFragment;

/** What a search asks for, as conditions on the rows `s` of a search table. */
export interface Conditions {
  /** The table: the one with texts only where words are asked for. */
  readonly table: Sql;
  /** The table where many rows are known to hold: near a point few rows are left whose texts must be read. */
  readonly walked: Sql;
  /** Hold whatever facet is counted. */
  readonly always: readonly Sql[];
  /** The circle around a point; where words are asked for, or many rows are known to hold, it is looked up row by row. */
  readonly near: { readonly joined: readonly Sql[]; readonly lookedUp: readonly Sql[] };
  /** The words, as a look into each text; cheap for one row, and the last thing to ask of it. */
  readonly words: readonly Sql[];
  /** The words once more, by the index of their pieces: cheap where few rows have them, dear as a look into one row. */
  readonly pieces: readonly Sql[];
  /** Left out where the values of that facet are counted. */
  readonly ofFacet: ReadonlyMap<FacetField, Sql>;
  /** Holds when one time fits both weekday and part of the day; left out with either facet. */
  readonly weekTime: Sql | undefined;
}

/** SQL of the narrow table with the texts beside it, each looked up when all else fits. */
const besideTexts = `(select found.*, told.norm, told.grams
    from opportunity_search found join opportunity_text told using (id))`;

/** Writes a filter as conditions; what is not asked for makes none. The filter must have passed its rules. */
export function conditionsOf(filter: OpportunityFilter, at: Date): Conditions {
  const words = wordsOf(filter.text);
  const pieces = [...new Set(words.flatMap(piecesOf))];
  const table = words.length > 0 ? 'opportunity_text' : 'opportunity_search';
  return {
    table: raw<Sql>(table),
    walked: raw<Sql>(words.length > 0 && filter.near ? besideTexts : table),
    always: [
      ...standingConditions(filter, at),
      ...subjectConditions(filter),
      ...levelConditions(filter),
      ...ageConditions(filter),
      ...applicationConditions(filter, at),
      ...circumstanceConditions(filter),
    ],
    near: nearConditions(filter),
    // Not LIKE: the planner guesses that a row in ten thousand holds a pattern, and reads the whole table in order.
    words: words.map((word) => sql<Sql>`position(${word} in s.norm) > 0`),
    pieces: pieces.length > 0 ? [sql<Sql>`s.grams @> ${list(pieces)}`] : [],
    ofFacet: facetConditions(filter, at),
    weekTime: weekTimeCondition(filter),
  };
}

/** All of a filter's conditions in one; where many rows are known to hold, without the index of pieces. */
export function everyCondition(conditions: Conditions, areMany = false): Sql {
  const { always, near, ofFacet, weekTime, words, pieces } = conditions;
  const nearby = areMany || words.length > 0 ? near.lookedUp : near.joined;
  const plain = [
    ...always,
    ...nearby,
    ...ofFacet.values(),
    ...(weekTime ? [weekTime] : []),
    ...words,
  ];
  return joined(areMany ? plain : [...plain, ...pieces], ' and ', 'true');
}

/** Pieces of SQL one after another; `none` where there are none. */
export function joined(pieces: readonly Sql[], by: string, none: string): Sql {
  if (pieces.length === 0) return raw<Sql>(none);
  return raw<Sql>(pieces.map(() => '?').join(by), pieces);
}

/** Values as an array of the database. */
export function list(values: readonly string[]): Sql {
  return sql<Sql>`array[${values}]::text[]`;
}

/** The words of a search text, folded as the index folds its texts. */
export function wordsOf(text: string | null | undefined): string[] {
  return [...new Set(fold(text ?? '').split(' '))].filter((word) => word !== '');
}

/** The pieces that a row with this word has: the word itself, or all its pairs of characters. */
function piecesOf(word: string): readonly string[] {
  const found = grams(word);
  return found.length === 1 ? found : found.filter((piece) => [...piece].length === 2);
}

function standingConditions(filter: OpportunityFilter, at: Date): Sql[] {
  const conditions: Sql[] = [];
  if (filter.kinds?.length)
    conditions.push(sql<Sql>`s.kind = any(${list(filter.kinds.map((kind) => typeOfKind[kind]))})`);
  if (!filter.includeCancelled) conditions.push(sql<Sql>`not s.cancelled`);
  if (filter.endsIn)
    conditions.push(
      sql<Sql>`s.over_at between ${fromOf(filter.endsIn)} and ${toOf(filter.endsIn)} and s.over_at < 'infinity'`,
    );
  else if (!filter.includePast && !filter.period)
    conditions.push(sql<Sql>`s.over_at >= ${moment(at)}`);
  if (filter.standing)
    conditions.push(sql<Sql>`s.sample = ${filter.standing === RecordStanding.SAMPLE}`);
  return conditions;
}

function subjectConditions({ subjects }: OpportunityFilter): Sql[] {
  if (!subjects?.length) return [];
  return [sql<Sql>`s.subjects && ${list(subjects.map(({ scheme, code }) => `${scheme}:${code}`))}`];
}

/** What is meant for whoever comes fits every level. */
function levelConditions({ levels }: OpportunityFilter): Sql[] {
  if (!levels?.length) return [];
  return [sql<Sql>`s.subjects && ${list([...levels, Level.ALL].flatMap(levelTerms))}`];
}

function ageConditions({ age, ageMonths }: OpportunityFilter): Sql[] {
  const between = (youngest: number, oldest: number) =>
    sql<Sql>`(s.min_months is null or s.min_months <= ${oldest})
      and (s.max_months is null or s.max_months >= ${youngest})`;
  return [
    ...(ageMonths == null ? [] : [between(ageMonths, ageMonths)]),
    ...(age == null ? [] : [between(age * 12, age * 12 + 11)]),
  ];
}

function applicationConditions(filter: OpportunityFilter, at: Date): Sql[] {
  const conditions: Sql[] = [];
  const { applicationOpensIn: opens, applicationClosesIn: closes, applyOpenIn: open } = filter;
  if (opens) conditions.push(sql<Sql>`s.opens_at between ${fromOf(opens)} and ${toOf(opens)}`);
  if (closes)
    conditions.push(
      sql<Sql>`s.closes_sort between ${fromOf(closes)} and ${toOf(closes)} and s.closes_sort < 'infinity'`,
    );
  if (open)
    conditions.push(sql<Sql>`s.closes_sort >= ${fromOf(open)}
      and coalesce(s.opens_at, '-infinity') <= ${toOf(open)}
      and (s.opens_at is not null or s.closes_sort < 'infinity')
      and s.selection is distinct from 'NONE'`);
  const states = filter.applicationStates ?? [];
  const closedToo = states.some((state) => state === 'CLOSED' || state === 'NO_APPLICATION');
  // Says again what the states imply, so that an index on the closing moment can serve.
  if (states.length > 0 && !closedToo) conditions.push(sql<Sql>`s.closes_sort >= ${moment(at)}`);
  return conditions;
}

function facetConditions(filter: OpportunityFilter, at: Date): Map<FacetField, Sql> {
  const conditions = new Map<FacetField, Sql>();
  const bits = (field: FacetField, column: string, mask: number) =>
    conditions.set(field, raw<Sql>(`s.${column} & ? <> 0`, [mask]));
  const codes = (field: FacetField, column: Sql, values?: readonly string[] | null) => {
    if (values?.length) conditions.set(field, sql<Sql>`${column} = any(${list(values)})`);
  };
  if (filter.categories?.length)
    bits(FacetField.CATEGORY, 'categories', bitsOf(filter.categories, categoryOrder));
  if (filter.audience?.length)
    bits(FacetField.AUDIENCE, 'audiences', bitsOf(filter.audience, audienceOrder));
  codes(FacetField.DEPARTMENT, sql<Sql>`s.department`, filter.departments);
  if (filter.period) conditions.set(FacetField.MONTH, periodCondition(filter.period));
  if (filter.weekdays?.length)
    bits(FacetField.WEEKDAY, 'weekdays', bitsOf(filter.weekdays, weekdays));
  if (filter.timeBands?.length)
    bits(FacetField.TIME_BAND, 'bands', bitsOf(filter.timeBands, timeBands));
  placeConditions(filter).forEach((condition, field) => conditions.set(field, condition));
  codes(FacetField.FEE, sql<Sql>`s.fee`, filter.feeKinds);
  codes(FacetField.APPLICATION, stateAt(at), filter.applicationStates);
  return conditions;
}

/** Some time of it lies in the period; its first start and last end say so sooner for most that do not. */
function periodCondition(period: OpportunityPeriod): Sql {
  const [from, to] = [fromOf(period), toOf(period)];
  return sql<Sql>`s.starts_sort <= ${to} and s.over_at >= ${from}
    and s.times && tstzrange(${from}, ${to}, '[]')`;
}

function placeConditions(filter: OpportunityFilter): Map<FacetField, Sql> {
  const { areaCodes, schoolDistrictCodes } = filter;
  const conditions = new Map<FacetField, Sql>();
  if (areaCodes?.length)
    conditions.set(
      FacetField.AREA,
      sql<Sql>`s.venue_code in (select code from facility where area_code = any(${list(areaCodes)}))`,
    );
  if (schoolDistrictCodes?.length)
    conditions.set(
      FacetField.SCHOOL_DISTRICT,
      sql<Sql>`s.venue_code in (select f.code from facility f join area a on a.code = f.area_code
        where a.school_district_code = any(${list(schoolDistrictCodes)}))`,
    );
  return conditions;
}

function weekTimeCondition({ weekdays: days, timeBands: bands }: OpportunityFilter) {
  if (!days?.length || !bands?.length) return undefined;
  const mask = slotMask(
    days.map((day) => weekdays.indexOf(day)),
    bands.map((band) => timeBands.indexOf(band)),
  );
  return sql<Sql>`s.slots & ${mask} <> 0`;
}

/** A moment of JavaScript as one of the database. */
export function moment(at: Date): Sql {
  return sql<Sql>`${at.toISOString()}::timestamptz`;
}

function fromOf({ from }: { from?: Date | null }): Sql {
  return from ? moment(from) : sql<Sql>`'-infinity'::timestamptz`;
}

function toOf({ to }: { to?: Date | null }): Sql {
  return to ? moment(to) : sql<Sql>`'infinity'::timestamptz`;
}
