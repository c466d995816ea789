import { closeSync, fstatSync, ftruncateSync, openSync, readSync } from 'node:fs';
import { beginning, hashOf, linkOf, type Head } from './chain.js';

/** Bytes of one line at most that are looked for; a line holds names of fields, never values. */
const lineBytes = 4 * 1024 * 1024;

/**
 * Where the chain of some files, the oldest first, has come to. What a crash left of a line at the end of
 * the last file is cut off: nobody was answered on its account.
 */
export function resume(files: readonly string[]): Head {
  for (const [index, file] of files.toReversed().entries()) {
    const line = lastLine(file, index === 0);
    if (line === undefined) continue;
    const link = linkOf(line);
    if (!link)
      throw new Error(
        `${file} does not end with a line of an access record. Move it away, or restore it.`,
      );
    return { number: link.number, hash: hashOf(line) };
  }
  return beginning;
}

function lastLine(file: string, mends: boolean): string | undefined {
  const descriptor = openSync(file, mends ? 'r+' : 'r');
  try {
    const { size } = fstatSync(descriptor);
    const length = Math.min(size, lineBytes);
    const tail = Buffer.alloc(length);
    readSync(descriptor, tail, 0, length, size - length);
    const end = tail.lastIndexOf(0x0a);
    if (mends && end !== length - 1) ftruncateSync(descriptor, size - length + end + 1);
    if (end < 0) return undefined;
    const begin = end === 0 ? 0 : tail.lastIndexOf(0x0a, end - 1) + 1;
    return tail.toString('utf8', begin, end);
  } finally {
    closeSync(descriptor);
  }
}
