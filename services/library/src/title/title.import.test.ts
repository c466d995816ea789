import { randomUUID } from 'node:crypto';

import { applyDelivery } from '@manabi/kit/delivery/delivery.apply';
import { DeliveryStage } from '@manabi/kit/delivery/delivery.stage';
import { undoDelivery } from '@manabi/kit/delivery/delivery.undo';
import type { TitleRecord } from '@manabi/kit/import/dataset/record';
import { type TestService, openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { library } from '../service.js';
import { deliveredTitle, titleTarget } from './title.import.js';

const aRecord = (number: string, title: string, isbn?: string): TitleRecord => ({
  kind: 'title',
  row: Number(number),
  key: number,
  raw: {},
  extra: {},
  number,
  title,
  authors: [],
  ...(isbn && { isbn }),
});

async function deliver(
  service: TestService,
  records: readonly TitleRecord[],
  dataset = 'books',
): Promise<number> {
  const em = service.em();
  const stage = await DeliveryStage.open(em, {
    dataset,
    fileName: `${dataset}.csv`,
    mode: 'full',
    run: randomUUID(),
  });
  const known = await em.execute<{ isbn: string; id: string }[]>(
    `select isbn, bib_id as id from title where isbn is not null`,
  );
  const ids = new Map(known.map(({ isbn, id }) => [isbn, id]));
  for (const record of records) {
    const knownId = ids.get(record.isbn ?? '');
    const setting = { dataset, asOf: '2026-11-01', knownId };
    await stage.take(deliveredTitle(record, setting));
  }
  await stage.flush();
  await applyDelivery(em.fork(), [titleTarget], stage.delivery);
  return stage.delivery;
}

const titles = async (service: TestService) =>
  service
    .em()
    .execute<{ bib_id: string; name: string }[]>(
      `select bib_id, title ->> 'ja' as name from title where withdrawn_at is null order by isbn`,
    );

test('a book list that numbers its rows anew keeps every title under its id', async () => {
  const service = await openTestService(library);
  await deliver(service, [
    aRecord('1', '一の本', '9784000000017'),
    aRecord('2', '二の本', '9784000000024'),
  ]);
  const before = await titles(service);

  await deliver(service, [
    aRecord('1', '新しい本', '9784000000031'),
    aRecord('2', '一の本', '9784000000017'),
    aRecord('3', '二の本', '9784000000024'),
  ]);

  const after = await titles(service);
  expect(after.slice(0, 2)).toEqual(before);
  expect(after.map(({ name }) => name)).toEqual(['一の本', '二の本', '新しい本']);
});

test('taking a list back leaves alone the titles of which another list has spoken since', async () => {
  const service = await openTestService(library);
  const first = await deliver(service, [
    aRecord('1', '一の本', '9784000000017'),
    aRecord('2', '二の本', '9784000000024'),
  ]);
  await deliver(service, [aRecord('1', '一の本　改訂', '9784000000017')], 'new arrivals');

  const rows = await undoDelivery(service.em(), [titleTarget], first);

  expect(rows).toBe(1);
  expect((await titles(service)).map(({ name }) => name)).toEqual(['一の本　改訂']);
});
