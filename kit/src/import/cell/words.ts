import { blank, isBlank, type Reading } from './reading.js';
import { readText } from './text.js';

/** Reads free text as readText does; a dash or 「なし」 says nothing. */
export function readWords(cell: string): Reading<string> {
  const reading = readText(cell);
  return reading.value !== undefined && isBlank(reading.value) ? blank : reading;
}
