import { expect, test } from 'vitest';
import { fold } from './fold.js';

test.each([
  ['widths are one', 'ﾎｰﾙ　ＡＢＣ１２３', 'ほーる abc123'],
  ['katakana and hiragana are one', 'カルチャー', 'かるちゃー'],
  [
    'variant kanji are one',
    '髙橋と﨑山と齋藤と渡邊と澤と廣瀨と濵',
    '高橋と崎山と斎藤と渡辺と沢と広瀬と浜',
  ],
  ['radicals out of a PDF are letters again', '⻄東京市⻘少年', '西東京市青少年'],
  ['a selector of glyphs is nothing', '葛\u{e0100}飾', '葛飾'],
  ['dashes after kana are the long vowel', 'コ―ド センタ− ル-ム', 'こーど せんたー るーむ'],
  ['dashes elsewhere are a space', '3－14―30 A‐B', '3 14 30 a b'],
  [
    'ヶ in a place name reads が',
    'ひばりヶ丘 ひばりケ丘 ひばりが丘',
    'ひばりが丘 ひばりが丘 ひばりが丘',
  ],
  ['ヶ as a counter reads か', '3ヶ月 3カ月 ３か月', '3か月 3か月 3か月'],
  ['ケ in a katakana word stays a syllable', 'ケーキ教室とカケ', 'けーき教室とかけ'],
  ['ヴァ is バ', 'ヴァイオリン', 'ばいおりん'],
  ['punctuation is one space', '「健康・福祉、スポーツ」(全5回)', '健康 福祉 すぽーつ 全5回'],
  ['repeated kanji keep their mark', '佐々木', '佐々木'],
  ['nothing stays nothing', '　', ''],
])('%s', (_title, text, folded) => {
  expect(fold(text)).toBe(folded);
});

test('folding twice is folding once', () => {
  for (const text of ['ひばりヶ丘３ヶ月ヴ', 'コ―ド―', 'ガーデン〜祭', '⻄東京ー', 'A-B']) {
    expect(fold(fold(text))).toBe(fold(text));
  }
});

test('a building and a beer stay two words', () => {
  expect(fold('ビル')).not.toBe(fold('ビール'));
});
