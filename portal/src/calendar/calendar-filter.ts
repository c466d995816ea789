import type { CalendarFilter } from '../generated/public-graph.js';

const events: ReadonlySet<string> = new Set(['OPENS', 'CLOSES', 'DRAW', 'CONFIRM_BY']);

const stages: ReadonlySet<string> = new Set([
  'EARLY_CHILDHOOD',
  'SCHOOL_AGE',
  'YOUTH',
  'ADULTHOOD',
  'SENIORITY',
  'EVERYONE',
]);

/**
 * Reads from an address which part of the calendar of applications is wanted: `by` departments, `area`s, `stage`s of
 * life and `event`s. What nobody can have meant is left out.
 */
export function calendarFilterOf(said: URLSearchParams): CalendarFilter {
  const given = (name: string, isKnown: (code: string) => boolean): string[] =>
    [...new Set(said.getAll(name).filter(isKnown))].slice(0, 200);
  const lists = {
    departments: given('by', isCode),
    areaCodes: given('area', isCode),
    lifeStages: given('stage', (code) => stages.has(code)),
    events: given('event', (code) => events.has(code)),
  };
  return Object.fromEntries(Object.entries(lists).filter(([, codes]) => codes.length > 0));
}

const isCode = (code: string): boolean => /^[\w.:-]{1,40}$/.test(code);
