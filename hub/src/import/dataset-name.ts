import { basename, extname } from 'node:path';

/**
 * The name under which deliveries follow one another: the file's name without what changes from month to month (a
 * date, a serial number, a mark of derivation at its end). `132292_event_20220502.csv` follows `132292_event.csv`.
 */
export function datasetName(file: string): string {
  const stem = basename(file, extname(file)).normalize('NFC');
  const lasting = stem.replace(
    /[._-]*(?:\(\d+\)|(?:19|20)\d{2}[-_]?\d{2}[-_]?\d{2}|(?:19|20)\d{4})$/u,
    '',
  );
  return (lasting || stem).replaceAll('#', '_');
}

/** The day that a file's name ends in, as YYYY-MM-DD; undefined when it names none. */
export function dayInName(file: string): string | undefined {
  const match = /((?:19|20)\d{2})[-_]?(\d{2})[-_]?(\d{2})(?!\d)/.exec(basename(file));
  if (!match) return undefined;
  const day = `${match[1]}-${match[2]}-${match[3]}`;
  return Number.isNaN(Date.parse(day)) ? undefined : day;
}
