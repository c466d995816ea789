import { Problem } from './problem.js';

/**
 * Why a service does not accept what it was given as an argument: a closed list. A gateway tells its clients these
 * and no words of a service; what they mean to people stands in docs/errors.md.
 */
export const inputReasons = [
  'MISSING',
  'NOT_EXACTLY_ONE',
  'NOT_WITH_THE_REST',
  'MALFORMED',
  'UNKNOWN_VALUE',
  'VALUE_OUT_OF_RANGE',
  'LENGTH_OUT_OF_RANGE',
  'WORDS_OUT_OF_RANGE',
  'ENTRIES_OUT_OF_RANGE',
  'DAYS_OUT_OF_RANGE',
  'END_NOT_AFTER_START',
  'NOT_ON_ONE_DAY',
  'NOT_OF_THIS_LIST',
  'USED_BEFORE',
] as const;

export type InputReason = (typeof inputReasons)[number];

/** One argument that is not accepted, and why. */
export interface RefusedInput {
  /** Its path, or as much of the end of it as names one place: `filter.text`, `text`. */
  readonly argument: string;
  readonly reason: InputReason;
  /** The smallest whole number that is accepted, of what the reason counts. */
  readonly least?: number;
  /** The largest. */
  readonly most?: number;
}

/** A refusal of arguments: in words for who asks the service itself, and so that a gateway can tell its client. */
export function refusedInput(message: string, ...input: readonly RefusedInput[]): Problem {
  return new Problem('BAD_USER_INPUT', message, { input });
}

/** Why a stretch of time is not accepted that is empty, ends before it begins, or is longer than so many days. */
export function refusedSpan(argument: string, days: number, most: number): RefusedInput {
  return days > most
    ? { argument, reason: 'DAYS_OUT_OF_RANGE', most }
    : { argument, reason: 'END_NOT_AFTER_START' };
}
