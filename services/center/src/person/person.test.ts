import { openTestService } from '@manabi/kit/testing/test-service';
import { Tri } from '@manabi/kit/value/tri';
import { expect, test } from 'vitest';

import { anArea } from '../area/area.builder.js';
import { center } from '../service.js';
import { aSubject } from '../subject/subject.builder.js';
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
