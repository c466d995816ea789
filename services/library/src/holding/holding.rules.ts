import { Tri } from '@manabi/kit/value/tri';

/** Copies by where they are. */
export interface CopyCount {
  readonly copies: number;
  readonly onShelf: number;
  readonly unknown: number;
}

/** Tells whether one can borrow a copy: silence about any copy, or about all, is not a no. */
export function borrowable({ copies, onShelf, unknown }: CopyCount): Tri {
  if (onShelf > 0) return Tri.YES;
  return copies === 0 || unknown > 0 ? Tri.UNKNOWN : Tri.NO;
}
