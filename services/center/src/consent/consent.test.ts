import { randomUUID } from 'node:crypto';

import type { Caller } from '@manabi/kit/context';
import { type TestService, openTestService } from '@manabi/kit/testing/test-service';
import { Tri } from '@manabi/kit/value/tri';
import { expect, test } from 'vitest';

import { aPerson } from '../person/person.builder.js';
import { accountOf } from '../registration/registration.rules.js';
import { center } from '../service.js';

const resident: Caller = { role: 'resident', subject: 'r1', scopes: [] };
const coordinator: Caller = {
  role: 'department',
  scopes: ['talent.contact'],
  purpose: 'talent-introduction',
};

const say = async (service: TestService, verb: string, caller: Caller = resident) => {
  const { data, errors } = await service.ask(
    `mutation ($input: ConsentInput!) { ${verb}(input: $input) { __typename
      ... on ConsentRecorded { mayContact person { id } } ... on RecordUnknown { why { ja } } } }`,
    { input: { idempotencyKey: randomUUID() } },
    caller,
  );
  return { answer: data?.[verb], code: errors[0]?.extensions['code'] };
};

const contact = async (service: TestService) => {
  const { data } = await service.ask(
    '{ person(id: "ito") { contact { email } } }',
    {},
    coordinator,
  );
  return data.person.contact;
};

test('what a person withdraws counts at once, and so does what they give', async () => {
  const service = await openTestService(center);
  await service.plant(
    aPerson({
      id: 'ito',
      email: 'ito@example.invalid',
      contactConsent: Tri.YES,
      account: accountOf(resident),
    }),
  );

  const before = await contact(service);
  const withdrawn = await say(service, 'withdrawContactConsent');
  const between = await contact(service);
  const given = await say(service, 'giveContactConsent');

  expect(before).toEqual({ email: 'ito@example.invalid' });
  expect(withdrawn.answer).toEqual({
    __typename: 'ConsentRecorded',
    mayContact: false,
    person: { id: 'ito' },
  });
  expect(between).toBeNull();
  expect(given.answer.mayContact).toBe(true);
  expect(await contact(service)).toEqual(before);
});

test('nobody speaks for somebody else', async () => {
  const service = await openTestService(center);
  await service.plant(aPerson({ id: 'ito', contactConsent: Tri.NO, account: accountOf(resident) }));

  const other = await say(service, 'giveContactConsent', { ...resident, subject: 'r2' });
  const department = await say(service, 'giveContactConsent', coordinator);
  const anonymous = await say(service, 'giveContactConsent', { role: 'anonymous', scopes: [] });

  expect(other.answer.__typename).toBe('RecordUnknown');
  expect(department.answer.__typename).toBe('NotAResident');
  expect(anonymous.code).toBe('UNAUTHENTICATED');
});
