import { type Html, html } from '../told-page/html.js';
import { type Wish, addressOf, choicesIn, wishOf } from './wish.js';

/** Other texts that are offered at most. */
const mostTexts = 5;

/** Four signs of Han and more, of which one word is commonly made of two: 健康体操. */
const compound = /^\p{sc=Han}{4,8}$/u;

/** What to do where nothing was found: the ways out, each a link. */
export function nothingPart(wish: Wish): Html {
  const { text } = wish;
  const ways: readonly (readonly [string, string])[] = [
    ...otherTexts(text).map(
      (other) => [`「${other}」でさがす`, at({ ...wish, text: other })] as const,
    ),
    ...(wish.when ? [['日を限らずにさがす', at({ ...wish, when: null })] as const] : []),
    ...(text && choicesIn(wish) > 0
      ? [
          [`条件を外して「${text}」をさがす`, at(onlyText(text))] as const,
          ['ことばを外して、条件だけでさがす', at({ ...wish, text: '' })] as const,
        ]
      : []),
    ['すべての講座・催しを見る', '/'],
    ...(text
      ? [
          [
            `施設から「${text}」をさがす`,
            `/facilities?${new URLSearchParams({ text }).toString()}`,
          ] as const,
        ]
      : []),
  ];
  return html`<div>
    <p>ことばを短くするか、条件を減らしてみてください。</p>
    <ul>
      ${ways.map(([words, address]) => html`<li><a href="${address}">${words}</a></li>`)}
    </ul>
  </div>`;
}

const at = (wish: Wish): string => addressOf(wish);

const onlyText = (text: string): Wish => wishOf(new URLSearchParams({ text }));

/** What else may have been meant: a half of a compound among the other words, then each word alone. */
function otherTexts(text: string): string[] {
  const words = [...new Set(text.split(/\s+/u))].filter((word) => word !== '');
  const halved = words.flatMap((word, place) =>
    halvesOf(word).map((half) => words.with(place, half).join(' ')),
  );
  const alone = words.length > 1 ? words : [];
  return [...new Set([...halved, ...alone])].slice(0, mostTexts);
}

/** What a compound is about comes last, so that half is offered first. */
function halvesOf(word: string): string[] {
  if (!compound.test(word)) return [];
  const signs = [...word];
  const middle = Math.floor(signs.length / 2);
  return [signs.slice(middle).join(''), signs.slice(0, middle).join('')];
}
