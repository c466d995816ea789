import { randomUUID } from 'node:crypto';

import type { Caller } from '@manabi/kit/context';
import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, onTestFinished, test } from 'vitest';

import { aCourt } from '../court/court.builder.js';
import { CourtKind } from '../court/court.entity.js';
import { sports } from '../service.js';
import { aCourtHold } from './court-slot.builder.js';
import { firstCome } from './court-slot.rules.js';

const resident: Caller = { role: 'resident', subject: 'resident-4711', scopes: [] };
const japan = (time: string): Date => new Date(`${time}+09:00`);

const holdCourtSlot = `mutation ($input: HoldCourtSlotInput!) { holdCourtSlot(input: $input) {
  __typename
  ... on CourtSlotHeld { holdId slot { id startsAt state court { id } } }
  ... on CourtSlotTaken { why { ja en { text } } whatToDo { ja } slot { startsAt state } }
  ... on OutsideHours { why { ja } whatToDo { ja } bands { opens closes } }
  ... on NotYetOpen { why { ja } whatToDo { ja } opensAt }
  ... on NoLongerOpen { why { ja } whatToDo { ja } closedAt }
  ... on RoomUnknown { why { ja } whatToDo { ja } }
} }`;
const releaseCourtSlot = `mutation ($holdId: ID!) { releaseCourtSlot(input: { holdId: $holdId }) {
  __typename
  ... on CourtSlotReleased { slot { startsAt state } }
  ... on HoldUnknown { whatToDo { ja } }
} }`;

const morning = (given: Record<string, unknown> = {}) => ({
  input: {
    roomId: 'court',
    startsAt: '2026-11-10T09:00:00+09:00',
    endsAt: '2026-11-10T13:00:00+09:00',
    idempotencyKey: randomUUID(),
    ...given,
  },
});

async function openWithCourt() {
  const service = await openTestService(sports);
  await service.plant(aCourt(), aCourt({ id: 'tennis', kind: CourtKind.TENNIS }));
  const hold = async (given?: Record<string, unknown>) =>
    (await service.ask(holdCourtSlot, morning(given), resident)).data.holdCourtSlot;
  return { service, hold };
}

test.each([
  ['2026-11-10T09:00', '2026-09-11T00:00'],
  ['2027-01-15T18:30', '2026-11-16T00:00'],
  ['2028-03-31T09:00', '2028-01-31T00:00'],
])('a court used from %s on is held from %s on', (startsAt, opensAt) => {
  expect(firstCome(japan(startsAt))).toEqual({
    opensAt: japan(opensAt),
    closesAt: japan(startsAt),
  });
});

test('a free court is held once, and nothing is kept of who holds it', async () => {
  const { service, hold } = await openWithCourt();
  const idempotencyKey = randomUUID();

  const answer = await hold({ idempotencyKey });
  const again = await hold({ idempotencyKey });

  expect(answer).toMatchObject({
    __typename: 'CourtSlotHeld',
    slot: { startsAt: '2026-11-10T00:00:00.000Z', state: 'HELD', court: { id: 'court' } },
  });
  expect(again).toEqual(answer);
  const rows = await service.em().execute('select * from court_hold');
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain('4711');
});

test('of fifty who ask for one court at once exactly one holds it, the others read that it is taken', async () => {
  const { service } = await openWithCourt();

  const answers = await Promise.all(
    Array.from({ length: 50 }, () => service.ask(holdCourtSlot, morning(), resident)),
  );

  expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
  const kinds = answers.map(({ data }) => data.holdCourtSlot.__typename);
  expect(kinds.filter((kind) => kind === 'CourtSlotHeld')).toHaveLength(1);
  expect(kinds.filter((kind) => kind === 'CourtSlotTaken')).toHaveLength(49);
});

test('each refusal says in Japanese why and what to do', async () => {
  const { service, hold } = await openWithCourt();
  await service.plant(aCourtHold());
  const at = (startsAt: string, endsAt: string) => ({
    startsAt: `${startsAt}:00+09:00`,
    endsAt: `${endsAt}:00+09:00`,
  });

  const taken = await hold();
  const dark = await hold({ roomId: 'tennis', ...at('2026-11-10T18:30', '2026-11-10T22:00') });
  const early = await hold(at('2026-12-10T09:00', '2026-12-10T13:00'));
  const late = await hold(at('2026-10-05T09:00', '2026-10-05T13:00'));
  const nowhere = await hold({ roomId: 'nowhere' });

  expect(taken).toMatchObject({
    __typename: 'CourtSlotTaken',
    why: { ja: 'このコートは2026年11月10日 9:00から2026年11月10日 13:00まで埋まっています。' },
    slot: { startsAt: '2026-11-10T00:00:00.000Z', state: 'BOOKED' },
  });
  expect(dark).toMatchObject({
    __typename: 'OutsideHours',
    whatToDo: { ja: expect.stringContaining('9:00–13:00、13:00–16:00、16:00–18:30です') },
  });
  expect(early).toMatchObject({ __typename: 'NotYetOpen', opensAt: '2026-10-10T15:00:00.000Z' });
  expect(late).toMatchObject({ __typename: 'NoLongerOpen', closedAt: '2026-10-05T00:00:00.000Z' });
  expect(nowhere).toMatchObject({ __typename: 'RoomUnknown' });
  for (const refusal of [taken, dark, early, late, nowhere])
    expect(refusal.whatToDo.ja).toMatch(/ください|区分は/);
});

test('whoever did not say who they are holds and releases nothing', async () => {
  const { service } = await openWithCourt();

  const held = await service.ask(holdCourtSlot, morning());
  const released = await service.ask(releaseCourtSlot, { holdId: 'hold' });

  expect(held.errors[0]).toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
  expect(released.errors[0]).toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
});

test('a court that was given back is free for others; what nobody holds is not given back', async () => {
  const { service, hold } = await openWithCourt();
  const { holdId, slot } = await hold();

  const released = await service.ask(releaseCourtSlot, { holdId }, resident);
  const unknown = await service.ask(releaseCourtSlot, { holdId: slot.id }, resident);
  const next = await hold();

  expect(released.data.releaseCourtSlot).toEqual({
    __typename: 'CourtSlotReleased',
    slot: { startsAt: '2026-11-10T00:00:00.000Z', state: 'FREE' },
  });
  expect(unknown.data.releaseCourtSlot.__typename).toBe('HoldUnknown');
  expect(next.__typename).toBe('CourtSlotHeld');
});

test('slots are known by their ids, and what they are used for is told to departments only', async () => {
  const { service } = await openWithCourt();
  await service.plant(aCourtHold({ purpose: 'バレーボール' }));
  const slots = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Court {
      slots(from: "2026-11-10T00:00:00+09:00") { edges { node { id firstCome { closesAt } } } } } } }`,
    { of: [{ __typename: 'Court', id: 'court' }] },
  );
  const of = slots.data._entities[0].slots.edges.map(({ node }: { node: { id: string } }) => ({
    __typename: 'CourtSlot',
    id: node.id,
  }));
  const question = `query ($of: [_Any!]!) { _entities(representations: $of) {
    ... on CourtSlot { state purpose } } }`;

  const anonymous = await service.ask(question, { of });
  const department = await service.ask(
    question,
    { of },
    { role: 'department', scopes: ['sports.slots'] },
  );

  expect(of).toHaveLength(20);
  expect(anonymous.errors[0]).toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
  expect(department.data._entities[0]).toEqual({ state: 'BOOKED', purpose: 'バレーボール' });
  expect(department.data._entities[1]).toEqual({ state: 'FREE', purpose: null });
  expect(department.queries).toBe(1);
});

test('who subscribed to a court is told when it is taken and when it is freed', async () => {
  const { service, hold } = await openWithCourt();
  const leaving = new AbortController();
  onTestFinished(() => leaving.abort());
  const query = `subscription { courtSlotChanged(roomIds: ["court"]) {
    id courtSlot { id state court { id } } } }`;
  const messages = service.service.subscriptions.open(
    { query },
    { after: undefined, signal: leaving.signal },
  );
  await messages.next();

  await hold({ roomId: 'tennis' });
  const { holdId, slot } = await hold();
  const told = [await messages.next()];
  await service.ask(releaseCourtSlot, { holdId }, resident);
  told.push(await messages.next());

  const changes = told.map(({ value }) => value?.answer?.data?.['courtSlotChanged']);
  expect(changes).toEqual(
    ['HELD', 'FREE'].map((state) => ({
      id: slot.id,
      courtSlot: { id: slot.id, state, court: { id: 'court' } },
    })),
  );
});
