import { openTestService } from '@manabi/kit/testing/test-service';
import { fold } from '@manabi/kit/text/fold';
import { expect, test } from 'vitest';

import { center } from '../service.js';
import { aTold, takeIn, told } from './told.builder.js';
import { searchedText } from './index-row.rules.js';

const titles: readonly (readonly [string, string | null])[] = [
  ['はじめての合唱', 'ハジメテノガッショウ'],
  ['ﾊﾟｿｺﾝ入門（ワード・エクセル）', 'パソコンニュウモン'],
  ['パソコン初級', null],
  ['介護者のつどい', 'カイゴシャノツドイ'],
  ['齋藤さんと歩く髙尾山', null],
  ['斎藤先生の茶道', 'サイトウセンセイノサドウ'],
  ['ひばりヶ丘おはなし会', null],
  ['ひばりが丘 うたの会', null],
  ['外国人参政権を考える', null],
  ['ＡＩ入門 2026', null],
  ['ai と社会', null],
  ['３歳児のリズム体操', null],
  ['3か月からのベビーマッサージ', null],
  ['３ヶ月健診のあとに', null],
  ['Ｃ＋＋プログラミング', null],
  ['生ビール工場の科学', null],
  ['ビル風と街', null],
  ['ヴァイオリンの調べ', null],
  ['バイオリン体験', null],
  ['𠮷野家と吉野の桜', null],
];

const questions = [
  '会',
  '茶',
  '髙',
  '高',
  'a',
  '3',
  '丘',
  '介護',
  'AI',
  'ａｉ',
  '斎藤',
  '齋藤',
  'ビル',
  '吉野',
  'さど',
  'パソコン',
  'ﾊﾟｿｺﾝ',
  'ぱそこん',
  'ひばりヶ丘',
  'ひばりケ丘',
  'ばいおりん',
  'ヴァイオリン',
  '外国人参政権',
  '参政',
  'プログラミング',
  '３カ月',
  'ビール',
  'がっしょう',
  'ガッショウ',
  'パソコン 入門',
  '会　丘',
  '介護！つどい',
  'ない言葉',
  '公民館',
  '柳沢公民館 茶',
];

test('every search finds exactly what reading every text finds', async () => {
  const { ask } = await openWith();

  for (const text of questions) {
    const { data, errors } = await ask(
      `query ($text: String!) { opportunities(first: 100, filter: { text: $text }) { edges { title { ja } } } }`,
      { text },
    );

    expect(errors).toEqual([]);
    const found = data.opportunities.edges.map((edge: { title: { ja: string } }) => edge.title.ja);
    expect({ text, found: found.sort() }).toEqual({ text, found: byReading(text) });
  }
});

test('kana, width and variant kanji find the same', async () => {
  const { ask } = await openWith();
  const found = async (text: string) => {
    const { data } = await ask(
      `query ($text: String!) { opportunities(first: 100, filter: { text: $text }) { edges { title { ja } } } }`,
      { text },
    );
    return data.opportunities.edges.length;
  };

  expect(await found('斎藤')).toBe(2);
  expect(await found('ぱそこん')).toBe(2);
  expect(await found('ひばりヶ丘')).toBe(2);
  expect(await found('バイオリン')).toBe(2);
  expect(await found('高')).toBe(1);
  expect(await found('ビル')).toBe(1);
});

/** An index that holds all titles. */
async function openWith() {
  const service = await openTestService(center);
  await takeIn(
    service.em(),
    titles.map(([ja, kana], place) => aTold(String(place), given(ja, kana, place))),
  );
  return service;
}

function given(ja: string, kana: string | null, place: number) {
  return { title: { ja, kana }, venueText: place % 2 ? '柳沢公民館' : null };
}

function byReading(text: string): string[] {
  const words = fold(text).split(' ');
  return titles
    .filter(([ja, kana], place) => {
      const read = searchedText(told(given(ja, kana, place)));
      return words.every((word) => read.includes(word));
    })
    .map(([ja]) => ja)
    .sort();
}
