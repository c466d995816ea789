import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

import type { Declaration } from '@manabi/kit/pull/declaration';

import { writeWhole } from './pulled-table.js';

/**
 * Days after which a feed is read from its beginning again: it may forget what was deleted after seven (RPDE 1.0,
 * "Deleted items").
 */
const forgetsAfter = 6 * 24 * 60 * 60 * 1000;

interface Head {
  /** The address at which the next poll begins. */
  readonly next: string;
  /** When it was read to its end. */
  readonly at: string;
  /** Tells whether the declaration is the one by which the rows were made. */
  readonly declared: string;
}

/** Our copy of a feed: the cells of every item that was not deleted, and where to read on. */
export interface RpdeCopy {
  readonly rows: Map<string, readonly string[]>;
  /** Undefined when it is to be read from its beginning. */
  readonly next: string | undefined;
}

/** Reads the copy of a feed; an empty one when there is none, when it is too old, or made by another declaration. */
export async function readCopy(file: string, declared: Declaration, now: Date): Promise<RpdeCopy> {
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
      if (head && !isGood(head, declared, now)) return nothing();
    }
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!isAbsent && !(error instanceof SyntaxError)) throw error;
    return nothing();
  }
  return head ? { rows, next: head.next } : nothing();
}

/** Keeps a copy in the place of the last one, whole or not at all. */
export async function keepCopy(
  file: string,
  { rows, next }: { rows: ReadonlyMap<string, readonly string[]>; next: string },
  { declared, now }: { declared: Declaration; now: Date },
): Promise<void> {
  const head: Head = { next, at: now.toISOString(), declared: digestOf(declared) };
  function* lines(): Generator<string> {
    yield `${JSON.stringify(head)}\n`;
    for (const row of rows) yield `${JSON.stringify(row)}\n`;
  }
  await writeWhole(file, lines());
}

const nothing = (): RpdeCopy => ({ rows: new Map(), next: undefined });

const isGood = ({ at, declared }: Head, by: Declaration, now: Date): boolean =>
  declared === digestOf(by) && now.getTime() - Date.parse(at) < forgetsAfter;

const digestOf = ({ address, columns, only, kind }: Declaration): string =>
  createHash('sha256')
    .update(JSON.stringify([address, columns, only, kind]))
    .digest('hex');
