import { randomUUID } from 'node:crypto';

import { openTestService } from '@manabi/kit/testing/test-service';
import { Tri } from '@manabi/kit/value/tri';
import { expect, test } from 'vitest';

import { AccessItem } from '../access/access-item.entity.js';
import { anAccess } from '../access/access.builder.js';
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

test('the access of a house is confirmed by the code of the house, and each of its items holds as of then', async () => {
  const service = await openTestService(welfare);
  const access = anAccess('hall', { [AccessItem.WHEELCHAIR]: Tri.YES });
  const recorded = access.items.map((item) => ({ ...item, asOf: '2025-01-01T00:00:00Z' }));
  await service.plant(Object.assign(access, { items: recorded, provenance: old }));
  const asked = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Facility { access {
    revision provenance { asOf stale } items { code value asOf } } } } }`;
  const read = async () => {
    const of = [{ __typename: 'Facility', code: 'hall' }];
    const { data } = await service.ask(asked, { of }, { role: 'department', scopes: [] });
    return data._entities[0].access;
  };
  const confirm = async (input: object) => {
    const { data } = await service.ask(
      `mutation ($input: ConfirmCareRecordInput!) { confirmCareRecord(input: $input) { __typename } }`,
      {
        input: {
          idempotencyKey: randomUUID(),
          reason: '年度の確認',
          kind: 'FACILITY_ACCESS',
          id: 'hall',
          revision: 0,
          ...input,
        },
      },
      { role: 'department', scopes: ['care.write'] },
    );
    return data.confirmCareRecord.__typename;
  };
  const asOf = '2026-10-05T01:00:00.000Z';

  expect(await confirm({})).toBe('CareRecordConfirmed');
  expect(await confirm({})).toBe('ChangedMeanwhile');
  expect(await confirm({ id: 'nowhere' })).toBe('RecordUnknown');
  const { revision, provenance, items } = await read();
  expect({ revision, provenance }).toEqual({ revision: 1, provenance: { asOf, stale: false } });
  expect(items[0]).toEqual({ code: 'WHEELCHAIR', value: 'YES', asOf });
  await service.em().execute('update facility_access set withdrawn_at = now()');
  expect(await confirm({ revision: 1 })).toBe('RecordUnknown');
});
