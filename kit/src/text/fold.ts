import { kanjiVariants } from './variants.js';

const variant = new RegExp(`[${[...kanjiVariants.keys()].join('')}]`, 'gu');
const plainAscii = /^[a-z0-9]*(?: [a-z0-9]+)*$/;
const invisible = /\p{Variation_Selector}|[\u00ad\u200b-\u200f\u2060\ufeff]/gu;
const dash = '\\-\\u2010-\\u2015\\u2212\\u2500\\ufe58\\ufe63\\uff0d';
const dashAfterKana = new RegExp(`(?<=[ぁ-ゖァ-ヺー])[${dash}]`, 'gu');
const smallKeAsGa = /(?<=[\p{Script=Han}ぁ-ん])[ヶケゖ](?=\p{Script=Han})/gu;
const counterKa = /(?<=[0-9〇一二三四五六七八九十数何])[ヶケヵカゖゕ箇](?=[月所国年条村])/gu;
const vu: Readonly<Record<string, string>> = {
  ゔぁ: 'ば',
  ゔぃ: 'び',
  ゔぇ: 'べ',
  ゔぉ: 'ぼ',
  ゔ: 'ぶ',
};

/**
 * The one normalisation for search, matching and headers; the same for what is stored and for what is asked.
 *
 * NFKC, lower case, katakana to hiragana, variant kanji to one form, any dash after kana to the long vowel ー,
 * all other punctuation and spaces to one space. ヶ and ケ between kanji or hiragana and kanji read が
 * (ひばりヶ丘 = ひばりケ丘 = ひばりが丘), as counters か (3ヶ月 = 3カ月 = 3か月). ー itself stays: ビル is not ビール.
 * Folding what is folded changes nothing.
 */
export function fold(text: string): string {
  if (plainAscii.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(invisible, '')
    .toLowerCase()
    .replace(variant, (kanji) => kanjiVariants.get(kanji) ?? kanji)
    .replace(counterKa, 'か')
    .replace(smallKeAsGa, 'が')
    .replace(dashAfterKana, 'ー')
    .replace(/[ァ-ヶ]/gu, (kana) => String.fromCodePoint(kana.charCodeAt(0) - 0x60))
    .replace(/ゔ[ぁぃぇぉ]?/gu, (kana) => vu[kana] ?? kana)
    .replace(/[^\p{L}\p{N}\p{M}ー々〆]+/gu, ' ')
    .trim();
}
