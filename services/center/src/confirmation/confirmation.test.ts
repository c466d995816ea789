import { randomUUID } from 'node:crypto';

import type { Caller } from '@manabi/kit/context';
import { type TestService, openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aDesk } from '../desk/desk.builder.js';
import { aGroup } from '../group/group.builder.js';
import { aPerson } from '../person/person.builder.js';
import { center } from '../service.js';

const clerk: Caller = { role: 'department', client: 'bank', scopes: ['register.write'] };

const confirm = (service: TestService, given: object, caller: Caller = clerk) =>
  service.ask(
    `mutation ($input: ConfirmEntryInput!) { confirmEntry(input: $input) { __typename
      ... on EntryConfirmed { id confirmedAt } ... on EntryEnded { whatToDo { ja } }
      ... on ChangedMeanwhile { currentRevision changes { field verb } } } }`,
    {
      input: {
        idempotencyKey: randomUUID(),
        id: 'entry',
        revision: 0,
        reason: '電話で確認',
        ...given,
      },
    },
    caller,
  );

test.each(['PERSON', 'GROUP', 'DESK'])(
  'an old entry of the register %s is confirmed',
  async (register) => {
    const service = await openTestService(center);
    await service.plant(aPerson({ id: 'entry' }), aGroup({ id: 'entry' }), aDesk({ id: 'entry' }));

    const { data, errors } = await confirm(service, { register });
    const field = register.toLowerCase();
    const after = await service.ask(
      `{ ${field}(id: "entry") { confirmationDue revision } }`,
      {},
      clerk,
    );

    expect(errors).toEqual([]);
    expect(data.confirmEntry).toEqual({
      __typename: 'EntryConfirmed',
      id: 'entry',
      confirmedAt: '2026-10-05T01:00:00.000Z',
    });
    expect(after.data[field]).toEqual({ confirmationDue: false, revision: 1 });
  },
);

test('who was slower reads what changed, an ended entry is refused, and so is who may not write', async () => {
  const service = await openTestService(center);
  await service.plant(
    aPerson({ id: 'entry' }),
    aPerson({ id: 'gone', withdrawnAt: new Date('2026-01-01T00:00:00Z') }),
  );

  await confirm(service, { register: 'PERSON' });
  const slow = await confirm(service, { register: 'PERSON' });
  const ended = await confirm(service, { register: 'PERSON', id: 'gone' });
  const unknown = await confirm(service, { register: 'DESK', id: 'nothing' });
  const forbidden = await confirm(service, { register: 'PERSON' }, { ...clerk, scopes: [] });

  expect(slow.data.confirmEntry).toEqual({
    __typename: 'ChangedMeanwhile',
    currentRevision: 1,
    changes: [{ field: 'confirmedAt', verb: 'confirmEntry' }],
  });
  expect(ended.data.confirmEntry.__typename).toBe('EntryEnded');
  expect(unknown.data.confirmEntry.__typename).toBe('RecordUnknown');
  expect(forbidden.errors[0]?.extensions['code']).toBe('FORBIDDEN');
});
