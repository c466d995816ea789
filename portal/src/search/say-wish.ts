import { narrowings } from './narrowing.js';
import type { Wish } from './wish.js';
import { childAges, stretches, wordOf } from './words.js';

/** A wish in words, for the name of what is kept of it; nothing where nothing is wished. */
export function sayWish({ text, chosen, when, childMonths }: Wish): string {
  const words = narrowings.flatMap(({ name, words: known }) =>
    known ? (chosen[name] ?? []).map((code) => wordOf(known, code)) : [],
  );
  return [
    text && `「${text}」`,
    when && wordOf(stretches, when),
    ...words,
    childMonths !== null && `保育あり（${wordOf(childAges, String(childMonths))}）`,
  ]
    .filter(Boolean)
    .join('・');
}

/** The title of the page that shows what a wish finds. */
export function titleOf(wish: Wish): string {
  const words = sayWish(wish);
  return `${words && `${words}：`}講座・催しをさがす｜まなびハブ（西東京市）`;
}
