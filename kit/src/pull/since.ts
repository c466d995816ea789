import { japanDay } from '../japan-time.js';
import type { Declaration } from './declaration.js';

/** Milliseconds that are asked again each time: clocks differ, and what was being written at the last reading comes later. */
const overlap = 5 * 60_000;

/** The parameter that asks for what changed since a reading began, as a source wants it written. */
export function sinceParameter(
  { parameter, form }: NonNullable<Declaration['since']>,
  begun: string,
): Record<string, string> {
  const moment = new Date(Date.parse(begun) - overlap);
  const written = {
    iso: () => moment.toISOString(),
    day: () => japanDay(moment),
    seconds: () => String(Math.floor(moment.getTime() / 1000)),
    milliseconds: () => String(moment.getTime()),
  };
  return { [parameter]: written[form]() };
}
