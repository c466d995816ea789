import { randomUUID } from 'node:crypto';

import type { Caller } from '@manabi/kit/context';
import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { welfare } from '../service.js';
import { seemsPersonal } from './referral.rules.js';

const desk: Caller = { role: 'department', client: 'desk', scopes: ['consultation.refer'] };

const handed = {
  fromDeskId: 'desk-one',
  toDeskId: 'desk-two',
  theme: '夜泣きと保育付きの講座',
  question: '一歳半の子と出られる講座を教えてください。',
  reason: '担当が違うため',
  subjects: [{ scheme: 'NDC', code: '59' }],
};

async function openDesks() {
  const service = await openTestService(welfare);
  const refer = async (input: object = {}, caller = desk) => {
    const { data, errors } = await service.ask(
      `mutation ($input: ReferConsultationInput!) { referConsultation(input: $input) { __typename
        ... on ConsultationReferred { referral { id theme toDesk { id } subjects { code } revision takenUpAt } }
        ... on PersonSaid { why { ja } } } }`,
      { input: { idempotencyKey: randomUUID(), ...handed, ...input } },
      caller,
    );
    return { told: data?.referConsultation, errors };
  };
  const list = (caller: Caller, page = '') =>
    service.ask(
      `{ referrals(deskId: "desk-two"${page}) { edges { node { id question } } pageInfo { hasNextPage endCursor } } }`,
      {},
      caller,
    );
  return { service, refer, list };
}

test('a consultation reaches the other desk by its theme, and is taken up once', async () => {
  const { service, refer, list } = await openDesks();

  const { told, errors } = await refer();
  const { id } = told.referral;
  const take = (revision: number) =>
    service.ask(
      `mutation ($input: TakeUpReferralInput!) { takeUpReferral(input: $input) { __typename
        ... on ConsultationReferred { referral { takenUpAt } } } }`,
      { input: { idempotencyKey: randomUUID(), reason: '受付', id, revision } },
      desk,
    );

  expect(errors).toEqual([]);
  expect(told.referral).toMatchObject({
    toDesk: { id: 'desk-two' },
    subjects: [{ code: '59' }],
    revision: 1,
    takenUpAt: null,
  });
  expect((await list(desk)).data.referrals.edges).toEqual([
    { node: { id, question: handed.question } },
  ]);
  expect((await take(1)).data.takeUpReferral.referral.takenUpAt).toBe('2026-10-05T01:00:00.000Z');
  expect((await take(1)).data.takeUpReferral.__typename).toBe('ChangedMeanwhile');
});

test('who asked for advice is never in it, and a desk does not hand to itself', async () => {
  const { service, refer } = await openDesks();

  const told = [
    await refer({ question: '０４２－４６４－１３１１に電話してください' }),
    await refer({ theme: '山田さんの相談' }),
    await refer({ reason: 'hana@example.jp へ' }),
  ].map((each) => each.told.__typename);
  const same = await refer({ toDeskId: 'desk-one' });

  expect(told).toEqual(['PersonSaid', 'PersonSaid', 'PersonSaid']);
  expect(same.told.__typename).toBe('SameDesk');
  expect(await service.em().execute('select id from referral')).toEqual([]);
});

test('only desks read what was handed over, page by page, and its words are told to no follower', async () => {
  const { service, refer, list } = await openDesks();
  await refer();
  await refer({ theme: '別の相談' });

  const first = await list(desk, ', first: 1');
  const { endCursor, hasNextPage } = first.data.referrals.pageInfo;
  const second = await list(desk, `, first: 1, after: "${endCursor}"`);
  const nobody = await list({ role: 'anonymous', scopes: [] });
  const other = await list({ role: 'department', scopes: ['care.write'] });
  const { items } = await service.service.feed();

  expect(hasNextPage).toBe(true);
  expect(second.data.referrals.edges).toHaveLength(1);
  expect(second.data.referrals.edges).not.toEqual(first.data.referrals.edges);
  expect(nobody.errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  expect(other.errors[0]?.extensions['code']).toBe('FORBIDDEN');
  expect(items.filter(({ kind }) => kind === 'Referral')).toHaveLength(2);
  expect(JSON.stringify(items)).not.toMatch(/夜泣き|別の相談/);
});

test.each([
  ['一歳六か月の健診のあと', false],
  ['2026年10月から通える所', false],
  ['お子さんと行ける講座', false],
  ['田中様より電話', true],
  ['電話は 042 464 1311', true],
  ['南町五丁目の方', true],
])('"%s" tells of a person: %s', (text, isPersonal) => {
  expect(seemsPersonal(text)).toBe(isPersonal);
});
