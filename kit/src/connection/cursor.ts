import type { z } from 'zod';

import { refusedInput } from '../refused-input.js';

/** Writes the sort key of a row as an opaque cursor. */
export function writeCursor(key: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** Reads a cursor back to the sort key of its row; refuses what was not given by this list. */
export function readCursor<Shape extends z.ZodType>(cursor: string, shape: Shape): z.infer<Shape> {
  try {
    return shape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw refusedInput(
      'The cursor in "after" is not one of this list. Use "endCursor" of its last page, or leave it out.',
      { argument: 'after', reason: 'NOT_OF_THIS_LIST' },
    );
  }
}
