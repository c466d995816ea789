import { randomUUID } from 'node:crypto';

import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { someAssistants } from '../assistants/assistants.builder.js';
import { welfare } from '../service.js';

const old = { department: 'disability', asOf: new Date('2025-01-01T00:00:00Z'), sample: false };

test('a record that grew old is confirmed, and is stale no more', async () => {
  const service = await openTestService(welfare);
  await service.plant(someAssistants({ provenance: old }));
  const confirm = async (input: object, scopes = ['care.write']) => {
    const { data, errors } = await service.ask(
      `mutation ($input: ConfirmCareRecordInput!) { confirmCareRecord(input: $input) { __typename
        ... on CareRecordConfirmed { id provenance { department asOf stale } } } }`,
      {
        input: {
          idempotencyKey: randomUUID(),
          reason: '年度の確認',
          kind: 'ASSISTANTS',
          id: 'assistants',
          revision: 0,
          ...input,
        },
      },
      { role: 'department', scopes },
    );
    return { told: data?.confirmCareRecord, errors };
  };
  const again = { idempotencyKey: randomUUID() };

  const done = await confirm(again);
  const same = await confirm(again);

  expect(done.told).toEqual({
    __typename: 'CareRecordConfirmed',
    id: 'assistants',
    provenance: { department: 'disability', asOf: '2026-10-05T01:00:00.000Z', stale: false },
  });
  expect(same.told).toEqual(done.told);
  expect((await confirm({})).told).toEqual({ __typename: 'ChangedMeanwhile' });
  expect((await confirm({ kind: 'PRACTICE_NOTE' })).told).toEqual({ __typename: 'RecordUnknown' });
  expect((await confirm({}, [])).errors[0]?.extensions['code']).toBe('FORBIDDEN');
});
