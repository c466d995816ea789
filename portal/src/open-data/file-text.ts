import { departmentNames } from '../collection/departments.js';
import type { PublicGraph } from '../collection/public-graph.js';
import type { AskedFile } from './asked-file.js';
import { Cp932Encoder } from './csv/cp932.js';
import { csvLine } from './csv/csv-line.js';
import type { Municipality } from './place-words.js';

/** What is known of a file when its last row is written. */
export interface FileAccount {
  readonly rows: number;
  /** Rows that are composed examples. */
  readonly samples: number;
  /** Characters that the encoding lacks and that were written otherwise. */
  readonly replaced: number;
}

/** Where rows are read from, and for how long somebody waits for them. */
export interface FileReading {
  readonly graph: PublicGraph;
  readonly municipality: Municipality;
  /** The address by which others know the hub, without a slash at its end. */
  readonly address: () => string;
  readonly signal: AbortSignal;
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * The bytes of a file, a page of rows at a time; what stands in it is told at its end. Throws BrokenWalk where the
 * rows cannot be read to their end, so that a file which ends is whole.
 */
export async function* fileText(
  { sheet, edition, encoding, narrowed }: AskedFile,
  { graph, municipality, address, signal }: FileReading,
): AsyncGenerator<Buffer, FileAccount> {
  const cp932 = encoding === 'cp932' ? new Cp932Encoder() : undefined;
  const bytes = (text: string): Buffer => cp932?.encode(text) ?? Buffer.from(text);
  const departments = await departmentNames(graph, signal);
  const head = bytes(csvLine(sheet.headers(edition)));
  let before: Buffer | undefined = cp932 ? head : Buffer.concat([byteOrderMark, head]);
  let [rows, samples] = [0, 0];
  const setting = { municipality, address: address(), departments };
  const pages = sheet.cells(edition, { graph, narrowed, signal }, setting);
  for await (const page of pages) {
    const lines = bytes(page.lines.map(csvLine).join(''));
    // The head waits for the first page: what cannot be read at all is an answer of its own, not an empty file.
    yield before ? Buffer.concat([before, lines]) : lines;
    before = undefined;
    rows += page.lines.length;
    samples += page.samples;
  }
  if (before) yield before;
  return { rows, samples, replaced: cp932?.replaced ?? 0 };
}
