import { blank, type Reading, taken } from './reading.js';

/** Reads which session of a course a row is: 第3回, 3回目, ③. Other words (全5回, 予備日) give nothing. */
export function readSessionNumber(cell: string): Reading<number> {
  const number = /^第?\s*(\d{1,3})\s*回?目?$/u.exec(cell.trim().normalize('NFKC'))?.[1];
  return number === undefined ? blank : taken(Number(number));
}
