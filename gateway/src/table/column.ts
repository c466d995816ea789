import { isFields, reader } from '../execute/fields.js';
import type { CellKind } from './cell-kind.js';

/** One step from an object to what it holds under a key. */
export interface Step {
  readonly read: (fields: Record<string, unknown>) => unknown;
  /** Lists within lists that stand there. */
  readonly lists: number;
}

/** One column of a table. */
export interface Column {
  readonly name: string;
  readonly kind: CellKind;
  /** Whether a cell may hold several values. */
  readonly isList: boolean;
  /** Whether the caller may not see it, of some rows at least. */
  readonly isWithheld: boolean;
  /** The way from the row, or from the item that is a row of its own, to the value. */
  readonly steps: readonly Step[];
  /** Lists within lists that the row itself is, before its steps. */
  readonly lists: number;
  /** Whether the way begins at the item of the inner list and not at the row. */
  readonly isOfItem: boolean;
}

/** A step to what a response key holds. */
export function stepTo(key: string, lists: number): Step {
  return { read: reader(key), lists };
}

/** What stands at the end of some steps: a leaf, null, or lists of these where a step leads to a list. */
export function valueAt(value: unknown, steps: readonly Step[], lists: number = 0): unknown {
  if (value === null || value === undefined) return null;
  if (lists > 0) {
    return Array.isArray(value) ? value.map((item) => valueAt(item, steps, lists - 1)) : null;
  }
  const [step, ...rest] = steps;
  if (!step) return value;
  return isFields(value) ? valueAt(step.read(value), rest, step.lists) : null;
}
