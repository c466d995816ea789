import { escape, foldLines } from 'ical-generator';

/** One property of a calendar object: its name with its parameters, and its value as it is to be written. */
export type ContentLine = readonly [name: string, value: string];

/** A text as the value of a property (RFC 5545, 3.3.11). What no calendar may hold, control characters, is left out. */
export const textValue = (text: string): string => escape(printable(text), false);

/** Texts as one list. */
export const listValue = (texts: readonly string[]): string => texts.map(textValue).join(',');

/** A text as the value of a parameter (RFC 5545, 3.1, and RFC 6868): quoted, and what may not stand in quotes rewritten. */
export const parameterValue = (text: string): string =>
  `"${printable(text).replaceAll('^', '^^').replaceAll('\n', '^n').replaceAll('"', "^'")}"`;

/** A moment in UTC, to the second. */
export const utcValue = (moment: string): string =>
  `${compact(new Date(Date.parse(moment)).toISOString())}Z`;

/** A moment by the clocks of Japan, which know no summer time. */
export const tokyoValue = (moment: string): string => compact(inJapan(moment));

/** The day of a moment in Japan, some days later if said. */
export const tokyoDay = (moment: string, later = 0): string =>
  compact(inJapan(new Date(Date.parse(moment) + later * 86_400_000).toISOString())).slice(0, 8);

/** Writes lines as they are sent: folded so that none has more than 75 octets, never within a character. */
export const writeLines = (lines: readonly ContentLine[]): string =>
  foldLines(lines.map(([name, value]) => `${name}:${value}\r\n`).join(''));

const inJapan = (moment: string): string =>
  new Date(Date.parse(moment) + 9 * 3_600_000).toISOString();

const compact = (iso: string): string => iso.slice(0, 19).replaceAll(/[-:]/g, '');

const printable = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll('\t', ' ')
    // oxlint-disable-next-line no-control-regex -- these are what RFC 5545 forbids in a text
    .replaceAll(/[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f]/g, '');
