import { Tri } from '@manabi/kit/value/tri';
import { Audience } from '@manabi/kit/vocabulary/audience';
import { SelectionMethod } from '@manabi/kit/vocabulary/selection';
import { expect, test } from 'vitest';

import type { SupportProfile } from '../access/support-profile.input.js';
import { anOffer } from './offer.builder.js';
import { type OfferFacts, offerReasons } from './offer.rules.js';

const at = new Date('2026-10-05T10:00:00+09:00');
const moment = (text: string) => new Date(`2026-10-${text}:00+09:00`);
const time = (text: string, allDay = false) => ({ startsAt: moment(text), allDay });

const judge = (profile: SupportProfile, offer: Partial<OfferFacts>) =>
  offerReasons(profile, anOffer(offer), { at, minded: false }).map(({ code, value, text }) => [
    code,
    value,
    text,
  ]);

test.each<[string, SupportProfile, Partial<OfferFacts>, [string, Tri, string][]]>([
  ['who asks nothing', {}, {}, []],
  [
    'a twelve-year-old may be too young until the birthday',
    { age: 12 },
    { ages: { minMonths: 150, maxMonths: null } },
    [['AGE', Tri.UNKNOWN, '対象年齢：12歳6か月から']],
  ],
  [
    'a teenager is too old',
    { age: 13 },
    { ages: { minMonths: 72, maxMonths: 155 } },
    [['AGE', Tri.NO, '対象年齢：6歳から12歳まで']],
  ],
  [
    'whoever comes is let in',
    { age: 40 },
    { ages: { minMonths: null, maxMonths: null } },
    [['AGE', Tri.YES, '対象年齢：制限はありません']],
  ],
  [
    'nobody said for whom it is',
    { age: 40 },
    {},
    [['AGE', Tri.UNKNOWN, '対象年齢：登録がありません']],
  ],
  [
    'with a parent the age of the child counts',
    { age: 34, childMonths: [18] },
    { audiences: [Audience.PARENT_CHILD], ages: { minMonths: 12, maxMonths: 35 } },
    [['AGE', Tri.YES, '対象年齢：1歳から2歳まで']],
  ],
  [
    'one of two children is too old',
    { childMonths: [18, 40] },
    { audiences: [Audience.INFANT], ages: { minMonths: 12, maxMonths: 35 } },
    [['AGE', Tri.NO, '対象年齢：1歳から2歳まで']],
  ],
  [
    'all in the evening',
    { eveningOnly: true },
    { times: [time('10T18:00'), time('17T19:30')] },
    [['EVENING', Tri.YES, '開始時刻：すべて18:00以降です']],
  ],
  [
    'once by day',
    { eveningOnly: true },
    { times: [time('10T18:00'), time('17T13:30')] },
    [['EVENING', Tri.NO, '開始時刻：13:30からの回があります']],
  ],
  [
    'of a day without an hour nothing is known',
    { eveningOnly: true },
    { times: [time('10T18:00'), time('17T00:00', true)] },
    [['EVENING', Tri.UNKNOWN, '開始時刻：分かりません']],
  ],
  [
    'one need not apply',
    { applyNow: true },
    { selection: { method: SelectionMethod.NONE } },
    [['APPLICATION', Tri.YES, '申込み：不要です']],
  ],
  [
    'full',
    { applyNow: true },
    { applyClosesAt: moment('09T00:00'), capacity: 5, taken: 5 },
    [['APPLICATION', Tri.UNKNOWN, '申込み：満員で、キャンセル待ちです']],
  ],
  [
    'nobody can come to what is cancelled',
    {},
    { cancelledAt: at },
    [['CANCELLED', Tri.NO, '中止になりました']],
  ],
])('%s', (...[, profile, offer, reasons]) => {
  expect(judge(profile, offer)).toEqual(reasons);
});

test('each of these reasons is signed by the department of the opportunity', () => {
  const [reason] = offerReasons({ age: 40 }, anOffer(), { at, minded: false });

  expect(reason).toMatchObject({ department: 'kominkan', asOf: '2026-09-01T00:00:00.000Z' });
});
