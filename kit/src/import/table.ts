import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import readWorkbook, { type CellValue } from 'read-excel-file/node';
import { textOf, type TextEncoding } from './bytes.js';
import { FileProblem } from './file-problem.js';
import { unpackedSize } from './unpacked-size.js';

/** One row as it stands in the file: the line (or row of the sheet) on which it begins, and its cells as text. */
export interface Line {
  readonly row: number;
  readonly cells: readonly string[];
}

/** The sheet of a workbook that was read, row by row. */
export interface Sheet {
  readonly name: string;
  readonly lines: readonly Line[];
}

const largestWorkbook = 64 * 1024 * 1024;
/** A few MB can hold gigabytes. */
const largestUnpacked = 256 * 1024 * 1024;
const largestRecord = 1024 * 1024;

/** The character that parts the cells: comma, tab or semicolon, whichever parts most of the first lines alike. */
export async function delimiterOf(path: string, encoding: TextEncoding): Promise<string> {
  let sample = '';
  for await (const text of textOf(path, encoding)) {
    sample += text;
    if (sample.length > 65_536) break;
  }
  const plain = sample.replaceAll(/"(?:[^"]|"")*"/g, '');
  const lines = plain.split(/\r\n|\n|\r/).slice(0, 50);
  const counts = [',', '\t', ';'].map((delimiter) => ({
    delimiter,
    score: lines.reduce((sum, line) => sum + line.split(delimiter).length - 1, 0),
  }));
  counts.sort((a, b) => b.score - a.score);
  return counts[0]?.score ? counts[0].delimiter : ',';
}

/** Reads the rows of a CSV or TSV in constant memory: quotes, line ends inside cells, CR, LF and CRLF, rows of any length. */
export async function* linesOf(
  path: string,
  format: { encoding: TextEncoding; delimiter: string },
): AsyncGenerator<Line> {
  const parser = Readable.from(textOf(path, format.encoding), { objectMode: true }).pipe(
    parse({
      bom: true,
      delimiter: format.delimiter,
      info: true,
      max_record_size: largestRecord,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    }),
  );
  let row = 1;
  try {
    for await (const parsed of parser) {
      // csv-parse gives the record and its information when asked for `info`.
      const { record, info } = parsed as { record: string[]; info: { lines: number } };
      yield { row, cells: record };
      row = info.lines + 1;
    }
  } catch (error) {
    throw error instanceof CsvError ? brokenQuote(error, row) : error;
  }
}

/** Reads every sheet of a workbook as text. Dates become ISO dates or HH:MM, numbers their digits. */
export async function sheetsOf(path: string): Promise<Sheet[]> {
  const bytes = await readFile(path);
  if (bytes.length > largestWorkbook) throw notAWorkbook('64MBを超える');
  if (!bytes.includes('xl/') || !bytes.includes('workbook'))
    throw notAWorkbook('Excelブックではないzip');
  if ((await unpackedSize(bytes, largestUnpacked)) > largestUnpacked)
    throw notAWorkbook('展開すると256MBを超える');
  try {
    const sheets = await readWorkbook(bytes, { trim: false });
    return sheets.map(({ sheet, data }) => ({
      name: sheet,
      lines: data.map((cells, at) => ({ row: at + 1, cells: cells.map(cellText) })),
    }));
  } catch (error) {
    throw notAWorkbook(
      `読めない（${error instanceof Error ? error.message.slice(0, 120) : '原因不明'}）`,
    );
  }
}

function cellText(value: CellValue | null): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateText(value);
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const [day = '', time = ''] = date.toISOString().split('T');
  const clock = time.slice(0, 5);
  if (date.getUTCFullYear() <= 1900 && date.getUTCFullYear() >= 1899 && day <= '1900-01-01')
    return clock;
  return clock === '00:00' ? day : `${day} ${clock}`;
}

function brokenQuote(error: CsvError, row: number): FileProblem {
  return new FileProblem('QUOTE_NOT_CLOSED', {
    message: `${row}行目から始まる引用符（"）が閉じられていないため、それより後を行に分けられません（${error.code}）。`,
    remedy: `${row}行目の「"」の数を確かめて直してから、もう一度取り込んでください。途中までの取り込みは行いません。`,
  });
}

function notAWorkbook(what: string): FileProblem {
  return new FileProblem('WORKBOOK_UNREADABLE', {
    message: `このファイルは${what}ファイルのため、XLSXとして開けません。`,
    remedy:
      'zipは展開し、パスワードを外し、大きいものは分けるかCSVにし、XLSXまたはCSV（UTF-8）として保存し直してください。',
  });
}
