import { rowsOf } from '../table.js';
import { type Sourced, sourced } from './sourced.js';

/** One way to a facility (アクセス方法). */
export interface AccessRouteRow extends Sourced {
  facilityCode: string;
  mode: 'BUS' | 'TRAIN' | 'CAR';
  /** Where one gets off, in Japanese. */
  stop: string;
  /** Minutes from there at 80 metres a minute. */
  walkMinutes: number;
  /** Whether the way from there has no step. */
  stepFree: 'YES' | 'NO' | 'UNKNOWN';
}

/** Promises sample ways to houses where people learn; the stations are real, the bus stops are composed. */
export const accessRoutes = (): AccessRouteRow[] =>
  rowsOf('access-routes', (line) => ({
    facilityCode: line.text('facility'),
    mode: line.oneOf('mode', ['BUS', 'TRAIN', 'CAR']),
    stop: line.text('stop'),
    walkMinutes: line.number('walkMinutes'),
    stepFree: line.oneOf('stepFree', ['YES', 'NO', 'UNKNOWN']),
    ...sourced(line),
  }));
