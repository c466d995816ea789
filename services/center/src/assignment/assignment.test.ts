import { randomUUID } from 'node:crypto';

import type { Caller } from '@manabi/kit/context';
import { type TestService, openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { anExperienceProgram } from '../experience-program/experience-program.builder.js';
import { anExperienceSession } from '../experience-session/experience-session.builder.js';
import { aPerson } from '../person/person.builder.js';
import { center } from '../service.js';
import { anAssignment } from './assignment.builder.js';

const at = (hour: number) => new Date(`2026-10-10T${String(hour).padStart(2, '0')}:00:00+09:00`);

/** A person, and a time of a programme to which they may be promised. */
const held = () => [aPerson(), anExperienceProgram(), anExperienceSession()];

test('the table refuses two promises of one person at once, and lets one follow the other', async () => {
  const service = await openTestService(center);
  await service.plant(...held(), anAssignment({ id: 'a', startsAt: at(9), endsAt: at(12) }));

  const twice = service.plant(anAssignment({ id: 'b', startsAt: at(11), endsAt: at(13) }));

  await expect(twice).rejects.toThrow('assignment_no_two_at_once');
  await service.plant(anAssignment({ id: 'c', startsAt: at(12), endsAt: at(13) }));
});

test('of fifty who promise one person the same hour, one succeeds', async () => {
  const service = await openTestService(center);
  await service.plant(...held());

  const tries = await Promise.allSettled(
    Array.from({ length: 50 }, (_, number) => service.plant(anAssignment({ id: `a${number}` }))),
  );

  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

const clerk: Caller = { role: 'department', client: 'children', scopes: ['supporter.assign'] };

interface Said {
  readonly sessionId?: string;
  readonly personId?: string;
  readonly by?: Caller;
}

const say = async (service: TestService, verb: string, { by = clerk, ...given }: Said) => {
  const { data, errors } = await service.ask(
    `mutation ($input: SupporterInput!) { ${verb}(input: $input) { __typename
      ... on SupportersChanged { session { id supporters { id } } }
      ... on SupporterTaken { why { ja } takenBy { id } } ... on SupportNotPossible { why { ja } } } }`,
    {
      input: {
        idempotencyKey: randomUUID(),
        reason: '本人の承諾',
        personId: 'person',
        sessionId: 'session',
        ...given,
      },
    },
    by,
  );
  return { answer: data?.[verb], code: errors[0]?.extensions['code'] };
};

test('a person is promised, not to two things at once, and to the second once released from the first', async () => {
  const service = await openTestService(center);
  await service.plant(
    ...held(),
    anExperienceSession({ id: 'other', startsAt: at(11), endsAt: at(13) }),
  );

  const first = await say(service, 'assignSupporter', {});
  const same = await say(service, 'assignSupporter', {});
  const taken = await say(service, 'assignSupporter', { sessionId: 'other' });
  const released = await say(service, 'releaseSupporter', {});
  const second = await say(service, 'assignSupporter', { sessionId: 'other' });

  const promised = { session: { id: 'session', supporters: [{ id: 'person' }] } };
  expect([first.answer, same.answer]).toMatchObject([promised, promised]);
  expect(taken.answer).toMatchObject({
    __typename: 'SupporterTaken',
    takenBy: { id: 'session' },
    why: { ja: 'この人は2026年10月10日 9:00からの開催回に割り当てられています。' },
  });
  expect(released.answer.session.supporters).toEqual([]);
  expect(second.answer.session.supporters).toEqual([{ id: 'person' }]);
});

test('of fifty departments that promise one person the same hour one succeeds, the others read to what', async () => {
  const service = await openTestService(center);
  const ids = Array.from({ length: 50 }, (_, number) => `s${number}`);
  await service.plant(...held(), ...ids.map((id) => anExperienceSession({ id })));

  const answers = await Promise.all(
    ids.map((sessionId) => say(service, 'assignSupporter', { sessionId })),
  );

  const kinds = answers.map(({ answer }) => answer.__typename);
  expect(kinds.filter((kind) => kind === 'SupportersChanged')).toHaveLength(1);
  expect(kinds.filter((kind) => kind === 'SupporterTaken')).toHaveLength(49);
});

test('nobody is promised to what is over or no list names any more, who left is promised to nothing, and who may not assign is refused', async () => {
  const service = await openTestService(center);
  await service.plant(
    ...held(),
    anExperienceSession({
      id: 'over',
      startsAt: new Date('2026-09-01T09:00:00+09:00'),
      endsAt: new Date('2026-09-01T10:00:00+09:00'),
    }),
    anExperienceSession({ id: 'dropped', withdrawnAt: new Date('2026-10-01T00:00:00Z') }),
    aPerson({ id: 'left', withdrawnAt: new Date('2026-01-01T00:00:00Z') }),
  );

  const over = await say(service, 'assignSupporter', { sessionId: 'over' });
  const dropped = await say(service, 'assignSupporter', { sessionId: 'dropped' });
  const left = await say(service, 'assignSupporter', { personId: 'left' });
  const unknown = await say(service, 'assignSupporter', { personId: 'nobody' });
  const notPromised = await say(service, 'releaseSupporter', {});
  const forbidden = await say(service, 'assignSupporter', { by: { ...clerk, scopes: [] } });

  const kinds = [over, dropped, left, unknown, notPromised].map(({ answer }) => answer.__typename);
  expect(kinds).toEqual([
    'SupportNotPossible',
    'SupportNotPossible',
    'SupportNotPossible',
    'RecordUnknown',
    'RecordUnknown',
  ]);
  expect(forbidden.code).toBe('FORBIDDEN');
});
