import { type TestService, openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { venueResolver } from '../facility-identity/facility-identity.repository.js';
import { aFacility } from '../facility/facility.builder.js';
import { center } from '../service.js';
import { enqueueVenue, enqueueVenues } from './venue-match.repository.js';

const clerk = { role: 'department', scopes: ['venue.decide'] } as const;
const waiting = `{ venueMatches { edges { node { id text sightings dataset candidates { facility { name { ja } } score reason } } } } }`;
const decide = `mutation ($input: DecideVenueMatchInput!) { decideVenueMatch(input: $input) {
  __typename
  ... on VenueMatchDecided { match { status facility { code } room } }
  ... on VenueMatchAlreadyDecided { match { status } whatToDo { ja } }
  ... on FacilityUnknown { code why { ja } }
  ... on VenueMatchUnknown { why { ja } } } }`;

async function aQueue(): Promise<TestService> {
  const service = await openTestService(center);
  await service.plant(
    aFacility({ code: '132292-0303', name: { ja: '芝久保公民館', kana: 'シバクボコウミンカン' } }),
    aFacility({ code: '132292-0306', name: { ja: '保谷駅前公民館' } }),
  );
  const em = service.em();
  const resolve = await venueResolver(em);
  const venue = (text: string) => ({
    text,
    dataset: 'events',
    sourceKey: '1',
    candidates: resolve(text).candidates,
  });
  await enqueueVenues(em, [venue('保谷公民館'), venue('保谷 公民館'), venue('芝久保公民館の裏')]);
  return service;
}

async function idOf(service: TestService, text: string): Promise<string> {
  const { data } = await service.ask(waiting, {}, clerk);
  const edges: { node: { id: string; text: string } }[] = data.venueMatches.edges;
  return edges.find(({ node }) => node.text === text)?.node.id ?? '';
}

test('the same venue written twice waits once and is counted, with its candidates in one query', async () => {
  const service = await aQueue();

  const { data, errors, queries } = await service.ask(waiting, {}, clerk);

  expect(errors).toEqual([]);
  expect(
    data.venueMatches.edges.map((edge: { node: { sightings: number } }) => edge.node.sightings),
  ).toEqual(expect.arrayContaining([2, 1]));
  expect(data.venueMatches.edges).toHaveLength(2);
  expect(queries).toBe(2);
});

test('the queue answers nobody who did not say who they are', async () => {
  const service = await aQueue();

  const { data, errors } = await service.ask(waiting);

  expect(data.venueMatches).toBeNull();
  expect(errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
});

test('a decided venue leads to its facility from then on', async () => {
  const service = await aQueue();
  const id = await idOf(service, '芝久保公民館の裏');

  const { data, errors } = await service.ask(
    decide,
    { input: { id, facilityCode: '132292-0303', room: '裏庭' } },
    clerk,
  );
  const resolve = await venueResolver(service.em());

  expect(errors).toEqual([]);
  expect(data.decideVenueMatch).toEqual({
    __typename: 'VenueMatchDecided',
    match: { status: 'DECIDED', facility: { code: '132292-0303' }, room: '裏庭' },
  });
  expect(resolve('芝久保公民館 の裏')).toMatchObject({
    verdict: 'CERTAIN',
    facilityCode: '132292-0303',
    room: '裏庭',
    score: 1,
  });
});

test('a confirmed spelling is shown to departments and to nobody else', async () => {
  const service = await aQueue();
  const id = await idOf(service, '芝久保公民館の裏');
  await service.ask(decide, { input: { id, facilityCode: '132292-0303' } }, clerk);
  const question = '{ facility(code: "132292-0303") { spellings { text origin } } }';

  const told = await service.ask(question, {}, clerk);
  const refused = await service.ask(question);

  expect(told.data.facility.spellings).toEqual([{ text: '芝久保公民館の裏', origin: 'DESK' }]);
  expect(refused.errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
});

test('a venue can be said to mean no facility, and is not asked about again', async () => {
  const service = await aQueue();
  const id = await idOf(service, '芝久保公民館の裏');

  const { data } = await service.ask(decide, { input: { id, facilityCode: null } }, clerk);
  await enqueueVenue(service.em(), { text: '芝久保公民館の裏', candidates: [] });
  const left = await service.ask(waiting, {}, clerk);

  expect(data.decideVenueMatch.match.status).toBe('REJECTED');
  expect(left.data.venueMatches.edges).toHaveLength(1);
});

test('deciding is refused to a caller without the scope and to nobody in particular', async () => {
  const service = await aQueue();
  const input = { id: await idOf(service, '芝久保公民館の裏'), facilityCode: '132292-0303' };

  const anonymous = await service.ask(decide, { input });
  const reader = await service.ask(decide, { input }, { role: 'department', scopes: [] });

  expect(anonymous.errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  expect(reader.errors[0]?.extensions['code']).toBe('FORBIDDEN');
});

test('a facility outside the register, an unknown venue and a second decision are each refused with what to do', async () => {
  const service = await aQueue();
  const id = await idOf(service, '芝久保公民館の裏');
  const answer = async (input: object) =>
    (await service.ask(decide, { input }, clerk)).data.decideVenueMatch;

  expect(await answer({ id, facilityCode: 'nowhere' })).toMatchObject({
    __typename: 'FacilityUnknown',
    code: 'nowhere',
  });
  expect(await answer({ id: 'nothing', facilityCode: '132292-0303' })).toMatchObject({
    __typename: 'VenueMatchUnknown',
  });
  await answer({ id, facilityCode: '132292-0303' });
  expect(await answer({ id, facilityCode: '132292-0306' })).toMatchObject({
    __typename: 'VenueMatchAlreadyDecided',
    match: { status: 'DECIDED' },
  });
});

test('the queue is read to its end, page by page, each venue once', async () => {
  const service = await openTestService(center);
  const texts = ['甲の家', '乙の家', '丙の家', '丁の家', '戊の家'];
  await enqueueVenues(
    service.em(),
    texts.map((text) => ({ text, candidates: [] })),
  );
  const page = `query ($after: String) { venueMatches(first: 2, after: $after) {
    edges { node { text } } pageInfo { hasNextPage endCursor } } }`;

  const read: string[] = [];
  let after: string | null = null;
  for (let pages = 0; pages < 3; pages += 1) {
    const { data } = await service.ask(page, { after }, clerk);
    read.push(...data.venueMatches.edges.map((edge: { node: { text: string } }) => edge.node.text));
    after = data.venueMatches.pageInfo.endCursor;
  }

  expect(read.toSorted()).toEqual(texts.toSorted());
});
