import { basename, extname } from 'node:path';

/**
 * The name under which deliveries follow one another: the file's name without what changes from month to month (a
 * date, a month, a year in 和暦, a serial number at its end). `132292_event_20220502.csv` follows `132292_event.csv`, 講座一覧1月 follows 講座一覧12月.
 */
export function datasetName(file: string): string {
  const stem = basename(file, extname(file)).normalize('NFC');
  const lasting = lastingPart(stem);
  return (lasting || stem).replaceAll('#', '_');
}

const gap = String.raw`[._\s\u3000-]*`;
const changing = new RegExp(
  `${gap}(?:${[
    String.raw`\(\d+\)`,
    String.raw`(?:19|20)\d{2}[-_]?\d{2}[-_]?\d{2}|(?:19|20)\d{4}`,
    String.raw`\p{Nd}{1,2}月(?:分|号)?`,
    String.raw`(?:令和|R)(?:\p{Nd}{1,2}|元)(?:年度?)?(?:春|夏|秋|冬|前期|後期|上期|下期)?`,
    String.raw`(?:19|20)\d{2}年度?`,
  ].join('|')})$`,
  'u',
);

/** A name without what changes at its end, however many such parts stand there. */
function lastingPart(name: string): string {
  const shorter = name.replace(changing, '');
  return shorter === name || shorter === '' ? name : lastingPart(shorter);
}

/** The day that a file's name ends in, as YYYY-MM-DD; undefined when it names none. */
export function dayInName(file: string): string | undefined {
  const match = /((?:19|20)\d{2})[-_]?(\d{2})[-_]?(\d{2})(?!\d)/.exec(basename(file));
  if (!match) return undefined;
  const day = `${match[1]}-${match[2]}-${match[3]}`;
  return Number.isNaN(Date.parse(day)) ? undefined : day;
}
