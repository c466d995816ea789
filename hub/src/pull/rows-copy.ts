import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

import type { Declaration } from '@manabi/kit/pull/declaration';

import { writeWhole } from './pulled-table.js';

const day = 24 * 60 * 60 * 1000;

/**
 * Milliseconds after which a feed is read from its beginning again: it may forget what was deleted after seven (RPDE 1.0,
 * "Deleted items").
 */
const forgetsAfter = 6 * day;

interface Head {
  /** Where the next reading goes on: an address of the feed, or the moment since which changes are asked for. */
  readonly next: string;
  /** When it was last read from its beginning. */
  readonly wholeAt: string;
  /** When it was read to its end. */
  readonly at: string;
  /** Tells whether the declaration is the one by which the rows were made. */
  readonly declared: string;
}

/** Our copy of what a source told change by change: the cells of every row that is not gone, and where to read on. */
export interface RowsCopy {
  readonly rows: ReadonlyMap<string, readonly string[]>;
  /** Undefined when it is to be read from its beginning. */
  readonly next: string | undefined;
  /** When it was last read from its beginning; undefined when it is to be. */
  readonly wholeAt: string | undefined;
}

/**
 * Reads the copy of a source; an empty one when there is none, when it is too old, made by another declaration, or when
 * the source is to be read whole again: a feed that was set back goes on below the place at which we wait.
 */
export async function readCopy(file: string, declared: Declaration, now: Date): Promise<RowsCopy> {
  const rows = new Map<string, readonly string[]>();
  let head: Head | undefined;
  try {
    for await (const line of createInterface({
      input: createReadStream(file),
      crlfDelay: Infinity,
    })) {
      // Only `keepCopy` writes this file, and gives it its name when it is whole.
      const said = JSON.parse(line) as Head | [string, string[]];
      if (Array.isArray(said)) rows.set(...said);
      else head = said;
      if (head && !isGood(head, declared, now)) return noCopy;
    }
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!isAbsent && !(error instanceof SyntaxError)) throw error;
    return noCopy;
  }
  return head ? { rows, next: head.next, wholeAt: head.wholeAt } : noCopy;
}

/** Keeps a copy in the place of the last one, whole or not at all. */
export async function keepCopy(
  file: string,
  { rows, next, wholeAt }: RowsCopy & { readonly next: string },
  { declared, now }: { declared: Declaration; now: Date },
): Promise<void> {
  const at = now.toISOString();
  const head: Head = { next, at, wholeAt: wholeAt ?? at, declared: digestOf(declared) };
  function* lines(): Generator<string> {
    yield `${JSON.stringify(head)}\n`;
    for (const row of rows) yield `${JSON.stringify(row)}\n`;
  }
  await writeWhole(file, lines());
}

/** The copy of what was never read: a reading that begins with it begins at the beginning. */
export const noCopy: RowsCopy = { rows: new Map(), next: undefined, wholeAt: undefined };

const isGood = ({ at, wholeAt, declared }: Head, by: Declaration, now: Date): boolean =>
  declared === digestOf(by) &&
  now.getTime() - Date.parse(at) < forgetsAfter &&
  now.getTime() - Date.parse(wholeAt) < by.wholeEveryDays * day;

const digestOf = ({ address, columns, only, kind, rows, key, since }: Declaration): string =>
  createHash('sha256')
    .update(JSON.stringify([address, columns, only, kind, rows, key, since]))
    .digest('hex');
