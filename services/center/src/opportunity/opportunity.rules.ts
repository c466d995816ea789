import { fold } from '@manabi/kit/text/fold';

import { badFilter } from './opportunity.errors.js';
import type { OpportunityFilter, OpportunityNear, OpportunityPeriod } from './opportunity.input.js';
import { OpportunitySort } from './opportunity-sort.entity.js';

/** What one filter may hold at most. */
const most = { characters: 200, words: 10, values: 200, months: 1_800, metres: 50_000 } as const;

/** Refuses a filter that no search can mean, saying which part and what it expects. */
export function checkSearch(filter: OpportunityFilter, sort: OpportunitySort): void {
  checkText(filter.text ?? '');
  for (const [part, values] of Object.entries(filter))
    if (Array.isArray(values) && values.length > most.values)
      throw badFilter(
        { argument: part, reason: 'ENTRIES_OUT_OF_RANGE', most: most.values },
        `a list of ${values.length}`,
        `a list holds at most ${most.values}`,
      );
  for (const part of ['age', 'ageMonths', 'maxYen', 'childcareForMonths'] as const)
    checkNumber(part, filter[part]);
  for (const part of [
    'period',
    'endsIn',
    'applicationOpensIn',
    'applicationClosesIn',
    'applyOpenIn',
  ] as const)
    checkPeriod(part, filter[part]);
  if (filter.near) checkNear(filter.near);
  if (sort === OpportunitySort.DISTANCE && !filter.near)
    throw badFilter(
      { argument: 'sort', reason: 'NOT_WITH_THE_REST' },
      'DISTANCE',
      'that order needs "near" in the filter',
    );
}

function checkText(text: string): void {
  if (text.length > most.characters || !text.isWellFormed())
    throw badFilter(
      { argument: 'text', reason: 'LENGTH_OUT_OF_RANGE', most: most.characters },
      `${text.length} characters`,
      `a text has at most ${most.characters}`,
    );
  const words = fold(text).split(' ').length;
  if (words > most.words)
    throw badFilter(
      { argument: 'text', reason: 'WORDS_OUT_OF_RANGE', most: most.words },
      `${words} words`,
      `use ${most.words} at most`,
    );
}

function checkNumber(part: string, value: number | null | undefined): void {
  const limit = part === 'maxYen' ? 2_147_483_647 : most.months;
  if (value != null && (value < 0 || value > limit))
    throw badFilter(
      { argument: part, reason: 'VALUE_OUT_OF_RANGE', least: 0, most: limit },
      String(value),
      `it goes from 0 to ${limit}`,
    );
}

function checkPeriod(part: string, period: OpportunityPeriod | null | undefined): void {
  for (const end of [period?.from, period?.to])
    if (end && (end.getUTCFullYear() < 1000 || end.getUTCFullYear() > 9_998))
      throw badFilter(
        { argument: part, reason: 'MALFORMED' },
        end.toISOString(),
        'its years go from 1000 to 9998',
      );
  if (period?.from && period.to && period.from > period.to)
    throw badFilter(
      { argument: part, reason: 'END_NOT_AFTER_START' },
      'a time that ends before it begins',
      'put the earlier moment in "from"',
    );
}

function checkNear({ latitude, longitude, metres }: OpportunityNear): void {
  if (Math.abs(latitude) > 85 || Math.abs(longitude) > 180)
    throw badFilter(
      { argument: 'near', reason: 'MALFORMED' },
      `${latitude}, ${longitude}`,
      'give degrees north and east in WGS 84',
    );
  if (metres < 1 || metres > most.metres)
    throw badFilter(
      { argument: 'near.metres', reason: 'VALUE_OUT_OF_RANGE', least: 1, most: most.metres },
      `${metres} metres`,
      `a circle has 1 to ${most.metres} metres`,
    );
}
