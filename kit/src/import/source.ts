import { basename } from 'node:path';
import { encodingOf, kindOf } from './bytes.js';
import type { Header } from './header.js';
import { delimiterOf, type Line, linesOf, type Sheet, sheetsOf } from './table.js';

/** How many lines are looked at for the header. */
const headLength = 60;

/** A file that was opened: how its rows are read again and again, and what it is. */
export interface Source {
  /** Reads every line from the first; each call reads the file anew. */
  readonly lines: () => AsyncIterable<Line> | Iterable<Line>;
  readonly format: 'csv' | 'tsv' | 'xlsx';
  /** 文字コード for people; absent for a workbook. */
  readonly encoding?: string;
  readonly sheet?: string;
  readonly otherSheets: readonly string[];
  readonly head: readonly Line[];
}

/** Finds the header among the first lines of a table; throws a FileProblem where there is none that fits. */
export type HeaderFinding = (lines: readonly Line[]) => Header;

/**
 * Opens a file by what its bytes say, not by its name; undefined when it holds nothing. Of a workbook the first sheet is read in which
 * `find` finds its header. Throws FileProblem when it is no table.
 */
export async function openSource(path: string, find: HeaderFinding): Promise<Source | undefined> {
  const kind = await kindOf(path);
  if (kind === 'empty') return undefined;
  const source = kind === 'zip' ? openWorkbook(await sheetsOf(path), find) : await openText(path);
  return source.head.some(({ cells }) => !isBlankLine(cells)) ? source : undefined;
}

/** The first lines of every table of a file: of a text one, of a workbook one for each sheet that holds anything. */
export async function headsOf(path: string): Promise<(readonly Line[])[]> {
  const kind = await kindOf(path);
  if (kind === 'empty') return [];
  if (kind === 'zip')
    return filledSheets(await sheetsOf(path)).map(({ lines }) => lines.slice(0, headLength));
  return [(await openText(path)).head];
}

/** Whether no cell of a line holds anything. */
export function isBlankLine(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** What the words above the header and the name of the file say about the year of dates that name none, and the month of days that stand alone. */
export function referenceIn(
  header: Header,
  path: string,
): { fiscalYear?: number; publishedOn?: string; month?: string } {
  const words = header.preamble
    .flatMap(({ cells }) => cells)
    .join(' ')
    .normalize('NFKC');
  const years = [...words.matchAll(/(?:令和(\d{1,2}|元)|平成(\d{1,2})|(\d{4}))年度/gu)].map(
    ([, reiwa, heisei, western]) => {
      if (reiwa) return (reiwa === '元' ? 1 : Number(reiwa)) + 2018;
      return heisei ? Number(heisei) + 1988 : Number(western);
    },
  );
  const [fiscalYear] = years;
  const month = monthIn(header.preamble);
  const named = /(?<!\d)(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/.exec(basename(path));
  return {
    ...(fiscalYear !== undefined && new Set(years).size === 1 ? { fiscalYear } : {}),
    ...(month === undefined ? {} : { month }),
    ...(named ? { publishedOn: `${named[1]}-${named[2]}-${named[3]}` } : {}),
  };
}

/** The one month (2026-12) that lines above a header name: 令和8年12月のおたより. */
export function monthIn(lines: readonly Line[]): string | undefined {
  const words = lines
    .flatMap(({ cells }) => cells)
    .join(' ')
    .normalize('NFKC');
  const named = words.matchAll(
    /(?:令和(?<eraYear>\d{1,2}|元)|(?<year>20\d{2}))年(?<month>\d{1,2})月(?!\d{1,2}日)/gu,
  );
  const months = new Set([...named].map(monthOf));
  return months.size === 1 ? [...months][0] : undefined;
}

function monthOf({ groups = {} }: RegExpMatchArray): string {
  const { eraYear, year, month = '' } = groups;
  const western = eraYear ? (eraYear === '元' ? 1 : Number(eraYear)) + 2018 : Number(year);
  return `${western}-${month.padStart(2, '0')}`;
}

async function openText(path: string): Promise<Source> {
  const encoding = await encodingOf(path);
  const delimiter = await delimiterOf(path, encoding);
  const lines = (): AsyncGenerator<Line> => linesOf(path, { encoding, delimiter });
  const head: Line[] = [];
  for await (const line of lines()) {
    head.push(line);
    if (head.length >= headLength) break;
  }
  return {
    lines,
    head,
    format: delimiter === '\t' ? 'tsv' : 'csv',
    encoding: encoding.name,
    otherSheets: [],
  };
}

function openWorkbook(sheets: readonly Sheet[], find: HeaderFinding): Source {
  const filled = filledSheets(sheets);
  const sheet = filled.find((sheet) => hasHeader(sheet, find)) ?? filled[0];
  const lines = sheet?.lines ?? [];
  return {
    lines: () => lines,
    head: lines.slice(0, headLength),
    format: 'xlsx',
    ...(sheet ? { sheet: sheet.name } : {}),
    otherSheets: filled.filter((other) => other !== sheet).map(({ name }) => name),
  };
}

function filledSheets(sheets: readonly Sheet[]): Sheet[] {
  return sheets.filter(({ lines }) => lines.some(({ cells }) => !isBlankLine(cells)));
}

function hasHeader({ lines }: Sheet, find: HeaderFinding): boolean {
  try {
    find(lines.slice(0, headLength));
    return true;
  } catch {
    return false;
  }
}
