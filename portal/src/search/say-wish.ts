import { narrowings } from './narrowing.js';
import type { Wish } from './wish.js';
import { wordOf } from './words.js';

/** A wish in words, for the name of what is kept of it; nothing where nothing is wished. */
export function sayWish({ text, chosen, childcare }: Wish): string {
  const words = narrowings.flatMap(({ name, words: known }) =>
    known ? (chosen[name] ?? []).map((code) => wordOf(known, code)) : [],
  );
  return [text && `「${text}」`, ...words, childcare && '保育あり'].filter(Boolean).join('・');
}
