import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aFact } from '../fact/fact.builder.js';
import { aLink, aMeasure } from '../measure/measure.builder.js';
import { MeasureLevel } from '../measure/measure.entity.js';
import { aRecord } from '../record/record-fact.builder.js';
import { plan } from '../service.js';
import { anEvidenceLink, anEvidenceRule } from './evidence.builder.js';

const asked = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Measure {
  code evidence { kind count { value } sample { value } first { id label sample department { code } } } } } }`;

const measures = (...codes: string[]) => codes.map((code) => ({ __typename: 'Measure', code }));

test('what stands for 100 measures, of every kind, costs two queries', async () => {
  const service = await openTestService(plan);
  await service.plant(
    aMeasure({ code: '1', level: MeasureLevel.CHAPTER }),
    aMeasure({ code: '1-1' }),
    aMeasure({ code: '1-2' }),
    aFact({ opportunityId: 'past', label: '先月の講座', endsAt: new Date('2026-09-01') }),
    aFact({ opportunityId: 'next', label: '来週の講座', startsAt: new Date('2026-10-12') }),
    aLink('1-1', 'past'),
    aLink('1-1', 'next'),
    aRecord({ recordId: 'd1', label: '見本の窓口', sample: true }),
    aRecord({ recordId: 'd2', label: '窓口' }),
    anEvidenceRule({ id: '1', measureCode: '1-1', kind: 'Desk' }),
    anEvidenceRule({ id: '2', measureCode: '1-2', kind: 'Desk' }),
  );
  const others = Array.from({ length: 97 }, (_, at) => `9-${at}`);

  const { data, errors, queries } = await service.ask(asked, {
    of: measures('1-1', '1-2', '1', ...others),
  });

  const desks = {
    kind: 'Desk',
    count: { value: 1 },
    sample: { value: 1 },
    first: { id: 'd2', label: '窓口', sample: false, department: { code: 'center' } },
  };
  const courses = {
    kind: 'Course',
    count: { value: 2 },
    sample: { value: 0 },
    first: { id: 'next', label: '来週の講座', sample: false, department: { code: 'kominkan' } },
  };
  expect(errors).toEqual([]);
  expect(queries).toBe(2);
  expect(data._entities.slice(0, 3)).toEqual([
    { code: '1-1', evidence: [courses, desks] },
    { code: '1-2', evidence: [desks] },
    { code: '1', evidence: [courses, desks] },
  ]);
});

test('a rule asks for a word, a link names a record, and what was withdrawn stands for nothing', async () => {
  const service = await openTestService(plan);
  await service.plant(
    aMeasure({ code: '1-1' }),
    aMeasure({ code: '1-2' }),
    aRecord({ kind: 'Person', recordId: 'coach', words: ['role:COACH', 'NDC:78'] }),
    aRecord({ kind: 'Person', recordId: 'singer', words: ['role:INSTRUCTOR', 'NDC:767'] }),
    aRecord({
      kind: 'Person',
      recordId: 'gone',
      words: ['NDC:76'],
      withdrawnAt: new Date('2026-01-01'),
    }),
    aRecord({ kind: 'Group', recordId: 'choir', words: ['NDC:76'] }),
    anEvidenceRule({ id: '1', measureCode: '1-1', kind: 'Person', word: 'NDC:76' }),
    anEvidenceLink({ measureCode: '1-2', kind: 'Group', recordId: 'choir' }),
    anEvidenceLink({ measureCode: '1-2', kind: 'Group', recordId: 'not told yet' }),
  );

  const { data } = await service.ask(asked, { of: measures('1-1', '1-2') });

  const firsts = data._entities.map(
    ({
      evidence,
    }: {
      evidence: { kind: string; count: { value: number }; first: { id: string } }[];
    }) => evidence.map(({ kind, count, first }) => [kind, count.value, first.id]),
  );
  expect(firsts).toEqual([[['Person', 1, 'singer']], [['Group', 1, 'choir']]]);
});
