import { expect, test } from 'vitest';

import { aFacility } from '../linked-data/facility.builder.js';
import { aCity, aCourse } from '../record/opportunity.builder.js';
import { facilityMain } from './facility-main.js';
import { escaped, html } from './html.js';
import { opportunityMain } from './opportunity-main.js';

const telling = { city: aCity, names: new Map([['kominkan', '公民館']]) };

const hostile = `"><img src=x onerror=alert(1)><script>alert('1')</script>&amp;`;

test('whatever a department writes is text on the page', () => {
  const said = aCourse({
    title: { ja: hostile, kana: hostile, plain: { text: hostile }, en: { text: hostile } },
    summary: { ja: hostile },
    organiser: hostile,
    howToApply: hostile,
    roomText: hostile,
    fee: { kind: 'PAID', yen: null, note: hostile },
    url: 'javascript:alert(1)',
    id: `x"><script>`,
    subjects: [{ scheme: 'MEXT', code: '8', label: { ja: hostile } }],
    sessions: [{ ...aCourse().sessions![0]!, topic: hostile }],
    provenance: { ...aCourse().provenance!, dataset: hostile, licence: hostile },
  });
  const { markup } = opportunityMain(said, telling);

  expect(markup).not.toMatch(/<(?:img|script)|javascript:/);
  expect(markup).toContain(`<h1>${escaped(hostile)}</h1>`);
});

test('who reads little Japanese finds the English name of a course, marked as English', () => {
  const title = { ...aCourse().title!, en: { text: 'First steps in care' } };
  const { markup } = opportunityMain(aCourse({ title }), telling);

  expect(markup).toContain('英語：<span lang="en">First steps in care</span>');
  expect(opportunityMain(aCourse(), telling).markup).not.toContain('英語');
});

test('a called-off course says so first, and whose word it is', () => {
  const { markup } = opportunityMain(aCourse({ cancelledAt: '2026-11-24T00:00:00.000Z' }), telling);

  expect(markup.indexOf('この催しは中止になりました。（2026年11月24日(火)）')).toBeLessThan(
    markup.indexOf('<dl>'),
  );
  expect(markup).toContain('公民館（2026年11月20日(金)の時点、CC BY 4.0）');
});

test('a house tells its hours in words, and names what nobody knows as unknown', () => {
  const { markup } = facilityMain(aFacility(), { coming: [] }, telling);

  expect(markup).toContain('火　10:00～18:00');
  expect(markup).toContain('毎週月曜日、第4金曜日、祝日、年末年始（12月29日～1月3日）');
  expect(markup).toContain('まだ分からないもの：ベビーカー利用');
  expect(markup).not.toContain('<dt>ベビーカー利用</dt>');
});

test('a house is told without what a silent department knows, and says so', () => {
  const { markup } = facilityMain(
    aFacility({ access: null }),
    { coming: [], silent: ['welfare'] },
    telling,
  );

  expect(markup).toContain('ただいま福祉・子育て・健康から詳しい情報を取得できません。');
  expect(markup).not.toContain('バリアフリー');
});

test('only markup stands in markup as it is', () => {
  const inner = html`<b>${'<'}</b>`;

  expect(html`<p title="${'"'}">${inner}${[inner, null, false, 3]}</p>`.markup).toBe(
    '<p title="&quot;"><b>&lt;</b><b>&lt;</b>3</p>',
  );
});
