import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { applyDelivery } from '@manabi/kit/delivery/delivery.apply';
import { DeliveryStage } from '@manabi/kit/delivery/delivery.stage';
import { readFile } from '@manabi/kit/import/read';
import { type TestService, openTestService } from '@manabi/kit/testing/test-service';
import { expect, onTestFinished, test } from 'vitest';

import { library } from '../service.js';
import { deliveredCase, referenceCaseTarget } from './reference-case.import.js';

const header = '管理番号,質問,回答,回答プロセス,NDC,キーワード,参考資料,回答日,提供館,質問者区分';
const care =
  '西図-1,介護の本を知りたい。,二冊あります。,書架で確認した。,369.26,家族介護；高齢者,"介護のはじめ (978-4-00-000001-7)\n休み方の本",2026/9/1,柳沢図書館,社会人';

async function deliver(service: TestService, rows: readonly string[]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cases-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'cases.csv');
  writeFileSync(file, [header, ...rows].join('\r\n'));
  const head = {
    dataset: 'cases',
    fileName: 'cases.csv',
    mode: 'full',
    run: randomUUID(),
  } as const;
  const stage = await DeliveryStage.open(service.em(), head);
  const codes: string[] = [];
  for await (const { record, kind, notes } of await readFile(file)) {
    if (kind === 'setAside') codes.push(...notes.map(({ code }) => code));
    if (kind !== 'setAside' && record?.kind === 'reference-case')
      await stage.take(deliveredCase(record, { dataset: 'cases', asOf: '2026-11-01' }));
  }
  await stage.flush();
  await applyDelivery(service.em(), [referenceCaseTarget], stage.delivery);
  return codes;
}

const asked = `{ referenceCases { edges { node { question { ja } answer { ja } process answeredOn keywords citations
  subjects { code } } } } }`;

test('a list of questions is read by its headers, with subjects, sources and day', async () => {
  const service = await openTestService(library);

  await deliver(service, [care]);
  const { data } = await service.ask(asked);
  const [kept] = await service.em().execute('select source_isbns from reference_case');

  expect(data.referenceCases.edges.map((e: { node: unknown }) => e.node)).toEqual([
    {
      question: { ja: '介護の本を知りたい。' },
      answer: { ja: '二冊あります。' },
      process: '書架で確認した。',
      answeredOn: '2026-09-01',
      keywords: ['家族介護', '高齢者'],
      citations: ['介護のはじめ (978-4-00-000001-7)', '休み方の本'],
      subjects: [{ code: '369.26' }],
    },
  ]);
  expect(kept).toEqual({ source_isbns: ['9784000000017'] });
});

test('a row that tells of a private person is set aside, and so is one without an answer', async () => {
  const service = await openTestService(library);

  const codes = await deliver(service, [
    '2,折り返しは 090-1234-5678 へ。庭の木の名は。,図鑑にあります。,,47,,,,,',
    '3,庭の木の名は。,,,47,,,,,',
    '4,庭の木の名は。,図鑑にあります。,山田花子様に電話した。,47,,,,,',
  ]);

  expect(codes).toEqual(['PERSONAL_TRACE', 'NAME_MISSING', 'PERSONAL_TRACE']);
  expect((await service.ask(asked)).data.referenceCases.edges).toEqual([]);
});

test('who asked is not kept, and the same list again keeps every case under its id', async () => {
  const service = await openTestService(library);
  const rows = () =>
    service
      .em()
      .execute<{ row: string; id: string }[]>(
        `select id, to_jsonb(c)::text as row from reference_case c`,
      );

  await deliver(service, [care]);
  const before = await rows();
  await deliver(service, [care]);

  expect(before[0]?.row).not.toContain('社会人');
  expect(await rows()).toEqual(before);
});
