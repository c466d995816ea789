import { randomUUID } from 'node:crypto';

import { applyDelivery } from '@manabi/kit/delivery/delivery.apply';
import { DeliveryStage } from '@manabi/kit/delivery/delivery.stage';
import { undoDelivery } from '@manabi/kit/delivery/delivery.undo';
import type { TitleRecord } from '@manabi/kit/import/dataset/record';
import { type TestService, openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { library } from '../service.js';
import { aTitle } from './title.builder.js';
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
  { dataset = 'books', asOf = '2026-11-01' }: { dataset?: string; asOf?: string } = {},
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
    const setting = { dataset, asOf, knownId };
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
  await deliver(service, [aRecord('1', '一の本　改訂', '9784000000017')], {
    dataset: 'new arrivals',
  });

  const rows = await undoDelivery(service.em(), [titleTarget], first);

  expect(rows).toBe(2);
  expect((await titles(service)).map(({ name }) => name)).toEqual(['一の本　改訂']);
});

test('a title that one list leaves out stands while another names it, and is what the list of the latest day says', async () => {
  const service = await openTestService(library);
  const isbn = '9784000000017';
  const catalogue = (title: string): TitleRecord[] => [
    aRecord('1', title, isbn),
    aRecord('2', '二の本', '9784000000024'),
  ];
  await deliver(service, catalogue('一の本'), {
    dataset: 'catalogue',
    asOf: '2026-11-01',
  });
  const [before] = await titles(service);

  await deliver(service, [aRecord('1', '一の本　新着', isbn)], {
    dataset: 'new arrivals',
    asOf: '2026-11-20',
  });
  const whileNew = await titles(service);
  await deliver(service, [aRecord('1', '三の本', '9784000000031')], {
    dataset: 'new arrivals',
    asOf: '2026-12-20',
  });
  const later = await titles(service);
  await deliver(service, [aRecord('2', '二の本', '9784000000024')], {
    dataset: 'catalogue',
    asOf: '2026-12-21',
  });
  const last = await titles(service);

  expect(whileNew[0]).toEqual({ bib_id: before?.bib_id, name: '一の本　新着' });
  expect(later[0]).toEqual(before);
  expect(last.map(({ name }) => name)).toEqual(['二の本', '三の本']);
});

test('what the library entered itself comes back when the list that spoke of it is taken back', async () => {
  const service = await openTestService(library);
  await service.plant(
    aTitle({ bibId: 'own', isbn: '9784000000017', title: { ja: '手で入れた本' } }),
  );

  const list = await deliver(service, [aRecord('1', '一覧の本', '9784000000017')]);
  const told = await titles(service);
  await undoDelivery(service.em(), [titleTarget], list);

  expect(told).toEqual([{ bib_id: 'own', name: '一覧の本' }]);
  expect(await titles(service)).toEqual([{ bib_id: 'own', name: '手で入れた本' }]);
});
