import { randomUUID } from 'node:crypto';

import type { Caller } from '@manabi/kit/context';
import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aFacility } from '../facility/facility.builder.js';
import { aTold, takeIn } from '../opportunity/told.builder.js';
import { center } from '../service.js';

const resident: Caller = { role: 'resident', subject: 'aoi', scopes: [] };
const desk: Caller = { role: 'department', client: 'library', scopes: ['correction.decide'] };
const house = '132292-0001';

const reporting = `mutation ($input: ReportMistakeInput!) { reportMistake(input: $input) { __typename
  ... on MistakeReported { id } } }`;
const deciding = `mutation ($input: DecideCorrectionInput!) { decideCorrection(input: $input) { __typename
  ... on CorrectionDecided { correction { status answer decidedAt revision } }
  ... on ChangedMeanwhile { currentRevision } } }`;
const queue = `query ($department: ID, $after: String) { corrections(department: $department, first: 1, after: $after) {
  edges { node { id kind recordId department field text revision } } pageInfo { hasNextPage endCursor } } }`;

async function aCity() {
  const service = await openTestService(center);
  await service.plant(aFacility({ code: house, departmentCode: 'kominkan' }));
  const library = { department: 'library', sample: true };
  await takeIn(service.em(), [aTold('story', { provenance: library })], { source: 'library' });
  const report = (input: object = {}, caller = resident) =>
    service.ask(
      reporting,
      {
        input: {
          kind: 'OPPORTUNITY',
          recordId: 'story',
          field: 'startsAt',
          text: '開始時刻が違います',
          idempotencyKey: randomUUID(),
          ...input,
        },
      },
      caller,
    );
  const decide = (input: object, caller = desk) =>
    service.ask(
      deciding,
      {
        input: {
          revision: 0,
          accepted: true,
          answer: '直しました。',
          reason: '確認済み',
          idempotencyKey: randomUUID(),
          ...input,
        },
      },
      caller,
    );
  return { service, report, decide };
}

test('a mistake that somebody reports waits with the department that answers for the record, and once', async () => {
  const { service, report } = await aCity();
  const idempotencyKey = randomUUID();

  const first = await report({ idempotencyKey });
  const again = await report({ idempotencyKey });
  await report({ kind: 'FACILITY', recordId: house, field: null, text: '電話番号が古い' });
  const ofLibrary = await service.ask(queue, { department: 'library' }, desk);
  const all = await service.ask(queue, {}, desk);
  const rest = await service.ask(queue, { after: all.data.corrections.pageInfo.endCursor }, desk);

  expect(first.data.reportMistake.__typename).toBe('MistakeReported');
  expect(again.data).toEqual(first.data);
  expect(ofLibrary.data.corrections.edges).toEqual([
    {
      node: {
        id: first.data.reportMistake.id,
        kind: 'OPPORTUNITY',
        recordId: 'story',
        department: 'library',
        field: 'startsAt',
        text: '開始時刻が違います',
        revision: 0,
      },
    },
  ]);
  expect(all.data.corrections.pageInfo.hasNextPage).toBe(true);
  const departments = [all, rest].map(({ data }) =>
    String(data.corrections.edges[0].node.department),
  );
  expect(departments.toSorted()).toEqual(['kominkan', 'library']);
  expect(all.queries).toBe(2);
});

test('of many who decide one report at once one does; the others read that it was decided', async () => {
  const { report, decide } = await aCity();
  const { data } = await report();
  const { id } = data.reportMistake;

  const answers = await Promise.all(
    Array.from({ length: 5 }, (_, at) => decide({ id, accepted: at % 2 === 0 })),
  );
  const late = await decide({ id, revision: 1 });

  const told = answers.map((each) => String(each.data.decideCorrection.__typename)).toSorted();
  expect(told).toEqual([...Array(4).fill('ChangedMeanwhile'), 'CorrectionDecided']);
  expect(late.data.decideCorrection.__typename).toBe('CorrectionAlreadyDecided');
});

test('what nobody has is refused, and so is who may not', async () => {
  const { service, report, decide } = await aCity();

  const unknown = await report({ recordId: 'nothing' });
  const undecidable = await decide({ id: 'nothing' });
  const stranger = await decide({ id: 'nothing' }, resident);
  const reader = await service.ask(queue, {}, resident);
  const nobody = await service.ask(queue);

  expect(unknown.data.reportMistake.__typename).toBe('RecordUnknown');
  expect(undecidable.data.decideCorrection.__typename).toBe('RecordUnknown');
  expect(stranger.errors[0]?.extensions['code']).toBe('FORBIDDEN');
  expect(reader.errors[0]?.extensions['code']).toBe('FORBIDDEN');
  expect(nobody.errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
});
