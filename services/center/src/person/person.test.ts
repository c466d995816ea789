import { type TestService, openTestService } from '@manabi/kit/testing/test-service';
import { Tri } from '@manabi/kit/value/tri';
import { expect, test } from 'vitest';

import { anArea } from '../area/area.builder.js';
import { anAssignment } from '../assignment/assignment.builder.js';
import { anExperienceProgram } from '../experience-program/experience-program.builder.js';
import { anExperienceSession } from '../experience-session/experience-session.builder.js';
import { center } from '../service.js';
import { aSubject } from '../subject/subject.builder.js';
import { PersonRole } from '../value/person-role.js';
import { aPerson } from './person.builder.js';

const medicine = { scheme: 'NDC', code: '49' };
const contact = '{ person(id: "ito") { contactConsent contact { email phone } } }';
const coordinator = {
  role: 'department',
  scopes: ['talent.contact'],
  purpose: 'talent-introduction',
} as const;

test('people come page by page with subjects and block in one query each', async () => {
  const service = await openTestService(center);
  await service.plant(
    anArea(),
    aSubject(),
    ...['a', 'b', 'c'].map((id) => aPerson({ id, areaCode: 'S001001', subjectKeys: [medicine] })),
    aPerson({ id: 'd' }),
    aPerson({ id: 'e', subjectKeys: [medicine], withdrawnAt: new Date('2026-01-01T00:00:00Z') }),
  );

  const { data, errors, queries } =
    await service.ask(`{ people(filter: { subject: { scheme: "NDC", code: "49" } }) {
    edges { node { id area { code } subjects { label { ja } } } } } }`);

  expect(errors).toEqual([]);
  expect(data.people.edges).toHaveLength(3);
  expect(data.people.edges[0].node).toEqual({
    id: 'a',
    area: { code: 'S001001' },
    subjects: [{ label: { ja: '医学' } }],
  });
  expect(queries).toBe(3);
});

test('how to reach a person is told to those with the scope who say that they introduce them, and refused to everybody else', async () => {
  const service = await openTestService(center);
  await service.plant(
    aPerson({ id: 'ito', email: 'ito@example.invalid', contactConsent: Tri.YES }),
  );

  const anonymous = await service.ask(contact);
  const curious = await service.ask(contact, {}, { role: 'department', scopes: [] });
  const { purpose: _, ...withoutPurpose } = coordinator;
  const idle = await service.ask(contact, {}, withoutPurpose);
  const taxing = await service.ask(contact, {}, { ...coordinator, purpose: 'tax' });
  const allowed = await service.ask(contact, {}, coordinator);

  expect(anonymous.errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  expect(anonymous.data.person).toEqual({ contactConsent: null, contact: null });
  expect(curious.errors[0]?.extensions['code']).toBe('FORBIDDEN');
  for (const { data, errors } of [idle, taxing]) {
    expect(errors.map(({ path, extensions }) => [path, extensions['code']])).toEqual([
      [['person', 'contact'], 'FORBIDDEN'],
    ]);
    expect(data.person).toEqual({ contactConsent: 'YES', contact: null });
  }
  expect(allowed.data.person.contact).toEqual({ email: 'ito@example.invalid', phone: null });
});

test('without consent nobody is told how to reach a person', async () => {
  const service = await openTestService(center);
  await service.plant(
    aPerson({ id: 'ito', email: 'ito@example.invalid', contactConsent: Tri.UNKNOWN }),
  );

  const { data, errors } = await service.ask(contact, {}, coordinator);

  expect(errors).toEqual([]);
  expect(data.person).toEqual({ contactConsent: 'UNKNOWN', contact: null });
});

test('whoever left the talent bank is no longer reached through it', async () => {
  const service = await openTestService(center);
  await service.plant(
    aPerson({
      id: 'ito',
      email: 'ito@example.invalid',
      contactConsent: Tri.YES,
      withdrawnAt: new Date('2026-04-01T00:00:00+09:00'),
    }),
  );

  const { data } = await service.ask(contact, {}, coordinator);

  expect(data.person.contact).toBeNull();
});

test('references to a hundred people cost one query', async () => {
  const service = await openTestService(center);
  const ids = Array.from({ length: 100 }, (_, number) => `p${number}`);
  await service.plant(...ids.map((id) => aPerson({ id })));

  const { data, queries } = await service.ask(
    'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Person { id name { ja } } } }',
    { of: ids.map((id) => ({ __typename: 'Person', id })) },
  );

  expect(data._entities).toHaveLength(100);
  expect(queries).toBe(1);
});

const names = async (
  service: TestService,
  filter: string,
): Promise<{ ids: string[]; queries: number }> => {
  const { data, errors, queries } = await service.ask(
    `{ people(filter: ${filter}) { edges { node { id } } } }`,
  );
  expect(errors).toEqual([]);
  return { ids: data.people.edges.map((edge: { node: { id: string } }) => edge.node.id), queries };
};

test('people are found by what they know, what they do, whom they teach and where, in one query', async () => {
  const service = await openTestService(center);
  await service.plant(
    aPerson({
      id: 'farmer',
      subjectKeys: [{ scheme: 'NDC', code: '613' }],
      roles: [PersonRole.INSTRUCTOR, PersonRole.SCHOOL_VOLUNTEER],
      ages: { minMonths: 72, maxMonths: 191 },
      districtCodes: ['D01'],
      qualifications: ['農業指導員'],
    }),
    aPerson({ id: 'everywhere', subjectKeys: [{ scheme: 'NDC', code: '61' }] }),
  );

  const found = await names(
    service,
    '{ subject: { scheme: "NDC", code: "61" }, age: 10, districtCode: "D01" }',
  );

  expect(found).toEqual({ ids: ['everywhere', 'farmer'], queries: 1 });
  expect((await names(service, '{ subject: { scheme: "NDC", code: "6" } }')).ids).toHaveLength(2);
  expect((await names(service, '{ role: SCHOOL_VOLUNTEER }')).ids).toEqual(['farmer']);
  expect((await names(service, '{ qualification: "農業指導員" }')).ids).toEqual(['farmer']);
  expect((await names(service, '{ age: 16 }')).ids).toEqual(['everywhere']);
  expect((await names(service, '{ age: 15 }')).ids).toEqual(['everywhere', 'farmer']);
  expect((await names(service, '{ districtCode: "D02" }')).ids).toEqual(['everywhere']);
});

test('who is wanted at an hour has said to have time, takes something on that day and is promised to nothing else', async () => {
  const service = await openTestService(center);
  // 10 October 2026 is a Saturday.
  const freeTimes = [{ weekday: 6, startsAt: '09:00', endsAt: '12:00' }];
  await service.plant(
    aPerson({ id: 'free', freeTimes }),
    aPerson({
      id: 'away',
      freeTimes,
      unavailable: [{ from: '2026-10-09', to: '2026-10-10' }],
    }),
    aPerson({ id: 'promised', freeTimes }),
    aPerson({ id: 'released', freeTimes }),
    aPerson({ id: 'silent' }),
    anExperienceProgram(),
    anExperienceSession(),
    anAssignment({ id: 'a', personId: 'promised', endsAt: new Date('2026-10-10T10:00:00+09:00') }),
    anAssignment({ id: 'b', personId: 'released', releasedAt: new Date('2026-10-01T00:00:00Z') }),
  );
  const at = (from: string, to: string) =>
    names(
      service,
      `{ freeIn: { startsAt: "2026-10-10T${from}:00+09:00", endsAt: "2026-10-10T${to}:00+09:00" } }`,
    );

  expect((await at('09:30', '11:30')).ids).toEqual(['free', 'released']);
  expect((await at('10:00', '12:00')).ids).toEqual(['free', 'promised', 'released']);
  expect((await at('11:00', '13:00')).ids).toEqual([]);
});

test('an hour that ends before it begins, or on another day, is refused', async () => {
  const service = await openTestService(center);

  const { errors } = await service.ask(`{ people(filter: { freeIn: {
    startsAt: "2026-10-10T10:00:00+09:00", endsAt: "2026-10-11T10:00:00+09:00" } }) { edges { node { id } } } }`);

  expect(errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
});

test('on which days a person takes nothing on is told to those with the scope alone', async () => {
  const service = await openTestService(center);
  await service.plant(
    aPerson({ id: 'ito', unavailable: [{ from: '2026-10-09', to: '2026-10-10' }] }),
  );
  const question = '{ person(id: "ito") { unavailable { from to } } }';

  const anonymous = await service.ask(question);
  const told = await service.ask(question, {}, coordinator);

  expect(anonymous.errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  expect(told.data.person.unavailable).toEqual([{ from: '2026-10-09', to: '2026-10-10' }]);
});

test('an entry that nobody confirmed for a year is due, and found as such', async () => {
  const service = await openTestService(center);
  await service.plant(
    aPerson({ id: 'fresh', confirmedAt: new Date('2026-09-01T00:00:00+09:00') }),
    aPerson({ id: 'never' }),
    aPerson({ id: 'old', confirmedAt: new Date('2025-09-01T00:00:00+09:00') }),
  );

  const { data } = await service.ask('{ people { edges { node { id confirmationDue } } } }');

  expect(data.people.edges.map((edge: { node: object }) => edge.node)).toEqual([
    { id: 'fresh', confirmationDue: false },
    { id: 'never', confirmationDue: true },
    { id: 'old', confirmationDue: true },
  ]);
  expect((await names(service, '{ unconfirmedSince: "2026-01-01T00:00:00+09:00" }')).ids).toEqual([
    'never',
    'old',
  ]);
});
