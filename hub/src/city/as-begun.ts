import { readMark } from '../plant/planting-mark.js';

/**
 * Tells whether a city is a real one, without the sample: as it is asked for when it is new, and as it began ever
 * after, so that `--empty` need be said once only.
 */
export async function asBegun(databaseUrl: string, asked: boolean): Promise<boolean> {
  if (asked) return true;
  const mark = await readMark(databaseUrl);
  return mark?.content === 'empty';
}
