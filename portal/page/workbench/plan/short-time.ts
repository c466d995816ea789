import { numberText } from '../table/cell-text.js';

/** Milliseconds as people read them: whole ones, and tenths of what is shorter than ten. */
export const shortTime = (milliseconds: number): string =>
  numberText(milliseconds < 10 ? Math.round(milliseconds * 10) / 10 : Math.round(milliseconds));
