import type { FacetField, OpportunityFilter } from '../generated/public-graph.js';
import { audiences, fees, states, timeBands, weekdays, type Words } from './words.js';

/** One way to narrow a search: a group of choices on the page, a name in the address, a field of the filter. */
export interface Narrowing {
  /** Name in the page's address. */
  readonly name: string;
  readonly field: FacetField;
  /** What residents read above the choices. */
  readonly legend: string;
  readonly filter: keyof OpportunityFilter;
  /** The codes there are and their words; absent where a register of the city has them. */
  readonly words?: Words;
}

/** The ways to narrow, in the order in which the page shows them. */
export const narrowings: readonly Narrowing[] = [
  {
    name: 'state',
    field: 'APPLICATION',
    legend: '受付',
    filter: 'applicationStates',
    words: states,
  },
  { name: 'who', field: 'AUDIENCE', legend: '対象者', filter: 'audience', words: audiences },
  { name: 'category', field: 'CATEGORY', legend: '分野', filter: 'categories' },
  { name: 'time', field: 'TIME_BAND', legend: '時間帯', filter: 'timeBands', words: timeBands },
  { name: 'day', field: 'WEEKDAY', legend: '曜日', filter: 'weekdays', words: weekdays },
  { name: 'area', field: 'AREA', legend: '地域', filter: 'areaCodes' },
  { name: 'fee', field: 'FEE', legend: '料金', filter: 'feeKinds', words: fees },
  { name: 'by', field: 'DEPARTMENT', legend: '主催', filter: 'departments' },
];
