import { expect, test } from 'vitest';

import type { Hit } from './found.js';
import { hitPart } from './hit-part.js';
import { nothingPart } from './nothing-part.js';
import { searchMain } from './search-main.js';
import { wishOf } from './wish.js';

const hostile = `"><img src=x onerror=alert(1)>`;

const aHit: Hit = {
  kind: 'COURSE',
  title: { ja: '健康体操', kana: null },
  summary: null,
  organiser: null,
  department: 'kominkan',
  startsAt: '2026-12-01T01:00:00.000Z',
  endsAt: '2026-12-01T03:00:00.000Z',
  nextStartsAt: null,
  applicationState: 'OPEN',
  applyPeriod: { opensAt: null, closesAt: '2026-11-30T08:00:00.000Z' },
  fee: { kind: 'FREE', yen: null, note: null },
  seats: null,
  audiences: ['SENIOR'],
  ages: null,
  venueText: null,
  roomText: null,
  sample: false,
  venue: { name: { ja: '田無公民館' }, address: { block: '南町五丁目' } },
  node: { id: 'course-1', url: null, howToApply: '電話で', childcareOffered: 'YES' },
};

const nameOf = (): string => '公民館';

test('a hit says until when one applies, and in which part of the city it is', () => {
  const { markup } = hitPart(aHit, nameOf);

  expect(markup).toContain('<a href="/opportunities/course-1">健康体操</a>');
  expect(markup).toContain('申込：11月30日(月) 17:00まで　電話で');
  expect(markup).toContain('場所：田無公民館（南町五丁目）');
  expect(markup).toContain('保育あり');
});

test('whatever a department or an address says is text on the search page', () => {
  const said = { ja: hostile, kana: null };
  const hit = { ...aHit, title: said, summary: said, organiser: hostile };
  const wish = wishOf(new URLSearchParams({ text: hostile, area: 'a"b' }));
  const found = { totalCount: { value: 1, isExact: true }, readings: [], pageInfo: null };
  const { markup } = searchMain({
    wish,
    answer: { found: { ...found, edges: [hit] }, silent: [] },
    nameOf,
    isLater: false,
  });

  expect(markup).not.toContain('<img');
});

test('a page without an answer says so, keeps its form, and is no answer for the script', () => {
  const { markup } = searchMain({
    wish: wishOf(new URLSearchParams({ text: '介護' })),
    answer: { found: null, silent: [] },
    nameOf,
    isLater: false,
  });

  expect(markup).toContain('検索できませんでした');
  expect(markup).toContain('value="介護"');
  expect(markup).not.toContain('data-told');
});

test('where nothing was found halves and single words are offered, and each way to ask for less', () => {
  const { markup } = nothingPart(
    wishOf(new URLSearchParams('text=健康体操　田無&fee=FREE&when=WEEK')),
  );

  const offered = [...markup.matchAll(/「(.+?)」でさがす/g)].map(([, text]) => text);
  expect(offered).toEqual(['体操 田無', '健康 田無', '健康体操', '田無']);
  expect(markup).toContain('日を限らずにさがす');
  expect(markup).toContain('条件を外して「健康体操　田無」をさがす');
  expect(markup).toContain('href="/facilities?text=');
});
