import { Tri } from '@manabi/kit/value/tri';
import { expect, test } from 'vitest';

import { anAccess } from '../access/access.builder.js';
import { aChildcareSession } from '../childcare/childcare.builder.js';
import type { ChildcareSession } from '../childcare/childcare.entity.js';
import { anOffer } from './offer.builder.js';
import { supportFor } from './support.rules.js';

const at = new Date('2026-10-05T10:00:00+09:00');
const moment = (text: string) => new Date(`2026-10-${text}:00+09:00`);
const oneDay = anOffer({ startsAt: moment('10T10:00'), endsAt: moment('10T12:00') });
const weeks = anOffer({ startsAt: moment('10T10:00'), endsAt: moment('24T12:00') });
const known = {
  venue: anAccess('hall', { DIAPER_TABLE: Tri.YES, STROLLER: Tri.YES }),
  assistants: [],
};
const toddler = { childMonths: [24], stroller: true };

const minding = (given: Partial<ChildcareSession>) =>
  aChildcareSession({ placesLeft: 2, minMonths: 12, maxMonths: 71, ...given });
const onDay = (day: string, given: Partial<ChildcareSession> = {}) =>
  minding({
    id: day,
    startsAt: moment(`${day}T09:45`),
    endsAt: moment(`${day}T12:15`),
    ...given,
  });

test.each<[string, Partial<ChildcareSession>, { value: Tri; text: string }]>([
  ['there is room', {}, { value: Tri.YES, text: '保育：残り2人です' }],
  [
    'nobody says how much room there is',
    { placesLeft: null },
    { value: Tri.UNKNOWN, text: '保育：残り枠が分かりません' },
  ],
  ['all places are taken', { placesLeft: 0 }, { value: Tri.NO, text: '保育：残り0人です' }],
  [
    'the child is too young',
    { minMonths: 30 },
    { value: Tri.NO, text: '保育：30か月から預かります' },
  ],
  [
    'the child is too old',
    { maxMonths: 23 },
    { value: Tri.NO, text: '保育：23か月まで預かります' },
  ],
  [
    'it ends early',
    { endsAt: moment('10T11:30') },
    { value: Tri.NO, text: '保育：開催時間の全部は預かれません' },
  ],
])('when %s the answer follows', (_, given, { value, text }) => {
  const { verdict, childcare } = supportFor(
    toddler,
    { offer: oneDay, ...known, childcare: [minding(given)] },
    at,
  );

  expect(verdict.answer).toBe(value);
  expect(verdict.reasons.at(-1)).toEqual({
    code: 'CHILDCARE',
    value,
    text,
    department: 'nursery',
    asOf: '2026-10-01T00:00:00.000Z',
  });
  expect(childcare?.id).toBe('childcare');
});

test('two children need two places', () => {
  const facts = { offer: oneDay, ...known, childcare: [minding({ placesLeft: 1 })] };

  expect(supportFor({ childMonths: [40, 50] }, facts, at).verdict.answer).toBe(Tri.NO);
  expect(supportFor({ childMonths: [40] }, facts, at).verdict.answer).toBe(Tri.YES);
});

test('childcare that is not recorded, over, or at another time is unknown, not refused', () => {
  const other = onDay('11', { startsAt: moment('11T09:45') });
  const facts = { offer: oneDay, ...known, childcare: [other] };

  expect(supportFor(toddler, facts, at)).toMatchObject({
    verdict: { answer: 'UNKNOWN', reasons: [{}, {}, { text: '保育：登録がありません' }] },
    childcare: null,
  });
  const later = { ...facts, childcare: [minding({})] };
  expect(supportFor(toddler, later, moment('11T00:00')).childcare).toBeNull();
});

test('of several days each must have room, and of several rooms on a day one is enough', () => {
  const days = [onDay('10'), onDay('17', { placesLeft: 0 }), onDay('24')];
  const facts = { offer: weeks, ...known, childcare: days };

  expect(supportFor(toddler, facts, at)).toMatchObject({
    verdict: { answer: 'NO' },
    childcare: { id: '17' },
  });
  const relieved = { ...facts, childcare: [...days, onDay('17', { id: 'second room' })] };
  expect(supportFor(toddler, relieved, at)).toMatchObject({ verdict: { answer: 'YES' } });
});

test('who wants no childcare is judged by the venue alone', () => {
  const facts = { offer: oneDay, ...known, childcare: [minding({ placesLeft: 0 })] };

  expect(supportFor({ stroller: true }, facts, at)).toMatchObject({
    verdict: { answer: 'YES' },
    childcare: null,
  });
  expect(supportFor({ ...toddler, childcare: false }, facts, at).verdict.answer).toBe('YES');
});
