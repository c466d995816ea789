import { randomUUID } from 'node:crypto';

import type { Caller } from '@manabi/kit/context';
import { type TestService, openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { center } from '../service.js';
import { aSubject } from '../subject/subject.builder.js';

const resident: Caller = { role: 'resident', subject: 'r1', client: 'portal', scopes: [] };
const clerk: Caller = {
  role: 'department',
  client: 'bank',
  scopes: ['registration.decide', 'talent.contact'],
  purpose: 'talent-introduction',
};

const aPersonInput = (given: object = {}) => ({
  idempotencyKey: randomUUID(),
  name: '見本 あかり',
  kana: 'ミホン アカリ',
  summary: '土づくりを教えます。',
  subjects: [{ scheme: 'NDC', code: '49' }],
  roles: ['SCHOOL_VOLUNTEER'],
  email: 'akari@example.invalid',
  contactConsent: true,
  ...given,
});

const register = (service: TestService, input: object, caller: Caller = resident) =>
  service.ask(
    `mutation ($input: RegisterPersonInput!) { registerPerson(input: $input) { __typename
      ... on RegistrationReceived { registration { id status revision } }
      ... on RegisteredAlready { why { ja } whatToDo { ja } } ... on SubjectUnknown { why { ja } }
      ... on NotAResident { why { ja } } } }`,
    { input },
    caller,
  );

const decide = (service: TestService, input: object, caller: Caller = clerk) =>
  service.ask(
    `mutation ($input: DecideRegistrationInput!) { decideRegistration(input: $input) { __typename
      ... on RegistrationDecided { registration { status name } person { id name { ja } roles contactConsent }
        group { id name { ja } } }
      ... on RegistrationDecidedAlready { why { ja } }
      ... on ChangedMeanwhile { currentRevision changes { field before after } } } }`,
    { input },
    caller,
  );

const decision = (id: string, given: object = {}) => ({
  idempotencyKey: randomUUID(),
  id,
  revision: 1,
  reason: '面談済み',
  approve: true,
  ...given,
});

test('what a resident asks for waits for a department, and is entered when it approves', async () => {
  const service = await openTestService(center);
  await service.plant(aSubject());

  const asked = await register(service, aPersonInput());
  const { registration } = asked.data.registerPerson;
  const listed = await service.ask(
    '{ registrations { edges { node { id kind name summary subjects { code } } } } people { edges { node { id } } } }',
    {},
    clerk,
  );
  const decided = await decide(service, decision(registration.id));

  expect([asked.errors, listed.errors, decided.errors]).toEqual([[], [], []]);
  expect(registration).toEqual({ id: registration.id, status: 'WAITING', revision: 1 });
  expect(listed.data).toEqual({
    registrations: {
      edges: [
        {
          node: {
            id: registration.id,
            kind: 'PERSON',
            name: '見本 あかり',
            summary: '土づくりを教えます。',
            subjects: [{ code: '49' }],
          },
        },
      ],
    },
    people: { edges: [] },
  });
  expect(decided.data.decideRegistration).toMatchObject({
    __typename: 'RegistrationDecided',
    registration: { status: 'APPROVED', name: null },
    person: {
      name: { ja: '見本 あかり' },
      roles: ['SCHOOL_VOLUNTEER'],
      contactConsent: 'YES',
    },
  });
  const [kept] = await service
    .em()
    .execute<{ details: unknown; notes: string }[]>(
      `select details, (select string_agg(fields::text, '') from record_change) as notes from registration`,
    );
  expect(kept?.details).toBeNull();
  expect(kept?.notes).not.toContain('akari');
});

test('an account that waits or is entered registers no second time, and the same request twice is one', async () => {
  const service = await openTestService(center);
  await service.plant(aSubject());
  const input = aPersonInput();

  const first = await register(service, input);
  const again = await register(service, input);
  const second = await register(service, aPersonInput());
  const { id } = first.data.registerPerson.registration;
  await decide(service, decision(id));
  const entered = await register(service, aPersonInput());

  expect(again.data.registerPerson.registration.id).toBe(id);
  expect(second.data.registerPerson).toMatchObject({ __typename: 'RegisteredAlready' });
  expect(entered.data.registerPerson.__typename).toBe('RegisteredAlready');
});

test('of fifty at once of one account one is received', async () => {
  const service = await openTestService(center);
  await service.plant(aSubject());

  const answers = await Promise.all(
    Array.from({ length: 50 }, () => register(service, aPersonInput())),
  );

  const received = answers.filter(
    ({ data }) => data.registerPerson.__typename === 'RegistrationReceived',
  );
  expect(received).toHaveLength(1);
});

test('nobody registers without an account, as a department, or with a subject that nobody knows', async () => {
  const service = await openTestService(center);
  await service.plant(aSubject());

  const anonymous = await register(service, aPersonInput(), { role: 'anonymous', scopes: [] });
  const department = await register(service, aPersonInput(), clerk);
  const stranger = await register(
    service,
    aPersonInput({ subjects: [{ scheme: 'NDC', code: '999' }] }),
  );
  const broken = await register(service, aPersonInput({ kana: 'みほん', email: 'nobody' }));

  expect(anonymous.errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  expect(department.data.registerPerson.__typename).toBe('NotAResident');
  expect(stranger.data.registerPerson).toEqual({
    __typename: 'SubjectUnknown',
    why: { ja: '分野「NDC:999」は登録されていません。' },
  });
  expect(broken.errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  expect(JSON.stringify(broken.errors)).not.toContain('nobody');
});

test('who may not decide is refused, a decision stands, and who comes second reads what changed', async () => {
  const service = await openTestService(center);
  await service.plant(aSubject());
  const asked = await register(service, aPersonInput());
  const { id } = asked.data.registerPerson.registration;

  const forbidden = await decide(service, decision(id), resident);
  const declined = await decide(service, decision(id, { approve: false }));
  const late = await decide(service, decision(id));
  const again = await decide(service, decision(id, { revision: 2 }));

  expect(forbidden.errors[0]?.extensions['code']).toBe('FORBIDDEN');
  expect(declined.data.decideRegistration).toMatchObject({
    registration: { status: 'DECLINED' },
    person: null,
  });
  expect(late.data.decideRegistration).toMatchObject({
    __typename: 'ChangedMeanwhile',
    currentRevision: 2,
  });
  expect(again.data.decideRegistration.__typename).toBe('RegistrationDecidedAlready');
});

test('a group is registered and entered in the same way', async () => {
  const service = await openTestService(center);
  await service.plant(aSubject());
  const input = {
    idempotencyKey: randomUUID(),
    name: '見本合唱団',
    kana: 'ミホンガッショウダン',
    summary: '歌います。',
    subjects: [{ scheme: 'NDC', code: '49' }],
    members: 12,
    acceptsBeginners: 'YES',
  };

  const asked = await service.ask(
    `mutation ($input: RegisterGroupInput!) { registerGroup(input: $input) { __typename
      ... on RegistrationReceived { registration { id kind } } } }`,
    { input },
    resident,
  );
  const { id } = asked.data.registerGroup.registration;
  const decided = await decide(service, decision(id));
  const { data } = await service.ask(
    '{ groups { edges { node { name { ja } members acceptsBeginners } } } }',
  );

  expect(decided.data.decideRegistration.group.name).toEqual({ ja: '見本合唱団' });
  expect(data.groups.edges).toEqual([
    { node: { name: { ja: '見本合唱団' }, members: 12, acceptsBeginners: 'YES' } },
  ]);
});
