import { tmpdir } from 'node:os';

import { aDepartment } from '@manabi/center/department/department.builder';
import { anArea } from '@manabi/center/area/area.builder';
import { aFacility } from '@manabi/center/facility/facility.builder';
import { aGroup } from '@manabi/center/group/group.builder';
import { center } from '@manabi/center/service';
import { aSubject } from '@manabi/center/subject/subject.builder';
import type { ListId } from '@manabi/kit/import/list/lists';
import { type TestService, openTestService } from '@manabi/kit/testing/test-service';
import { kominkan } from '@manabi/kominkan/service';
import { library } from '@manabi/library/service';
import { aMeasure } from '@manabi/plan/measure/measure.builder';
import { plan } from '@manabi/plan/service';
import { welfare } from '@manabi/welfare/service';
import { expect, test } from 'vitest';

import { municipality } from '../city/municipality.js';
import type { ImportResult } from './import-request.js';
import { type ListLine, filledListFile, writtenFile } from './list-file.builder.js';
import { importFile } from './run-import.js';

const own = { center, kominkan, library, plan, welfare };

/** Whose registers every list is read against. */
const always = ['center', 'library', 'plan'] as const;

/** Services with the registers that the lists name, and a way to give a list in. */
async function aTakingCity(...keepers: (keyof typeof own)[]) {
  const services = new Map<string, TestService>();
  for (const name of new Set([...always, ...keepers]))
    services.set(name, await openTestService(own[name]));
  const of = (name: string): TestService => {
    const found = services.get(name);
    if (!found) throw new Error(`Broken assumption: ${name} is open`);
    return found;
  };
  await of('center').plant(
    aSubject({ code: '61' }),
    aDepartment(),
    anArea({ code: '0001-001', name: { ja: '柳沢一丁目' } }),
    anArea({ code: '0001-002', name: { ja: '柳沢二丁目' } }),
    aFacility({ code: '132292-0007', name: { ja: '柳沢公民館' } }),
    aFacility({ code: '132292-0008', name: { ja: '南町の会館' } }),
    aFacility({ code: '132292-0009', name: { ja: '北町の会館' } }),
    aGroup({ id: 'choir', name: { ja: '見本合唱団' } }),
  );
  await of('plan').plant(aMeasure({ code: '1-3-3-5' }));
  const takeFile = (file: string): Promise<ImportResult> =>
    importFile(
      { em: (name) => of(name).em() },
      {
        file,
        mode: 'full',
        dryRun: false,
        confirmed: true,
        scope: municipality,
        reports: tmpdir(),
        onProgress() {},
      },
    );
  const take = (id: ListId, ...lines: ListLine[]): Promise<ImportResult> =>
    takeFile(filledListFile(id, lines));
  return { of, take, takeFile };
}

/** One list: a line as it is filled in, what next month's line says otherwise, a line that is refused, and where its rows are. */
interface Case {
  readonly id: ListId;
  readonly service: keyof typeof own;
  readonly table: string;
  readonly key?: string;
  readonly line: ListLine;
  readonly changed: ListLine;
  readonly refused: ListLine;
  readonly code: string;
  /** Columns of the row that was taken, as they are kept. */
  readonly kept: object;
}

const cases: readonly Case[] = [
  {
    id: 'school-unit',
    service: 'center',
    table: 'school_unit',
    line: {
      name: '土と植物',
      grade: '小5',
      schoolSubject: '理科',
      months: '4〜6月',
      subjects: '613',
    },
    changed: { grade: '中1' },
    refused: { grade: '幼児' },
    code: 'GRADE_BEFORE_SCHOOL',
    kept: {
      grade: 5,
      school_subject: '理科',
      months: [4, 5, 6],
      subject_keys: [{ scheme: 'NDC', code: '61' }],
    },
  },
  {
    id: 'site-visit',
    service: 'center',
    table: 'site_visit',
    line: {
      title: '畑の見学',
      gradeFrom: '小3',
      gradeTo: '小6',
      weekdays: '月火水',
      months: '10〜2月',
      subjects: '61',
      facility: '柳沢公民館',
      confirmedOn: '2026-09-01',
    },
    changed: { capacity: '40' },
    refused: { gradeFrom: '中1', gradeTo: '小1' },
    code: 'GRADES_REVERSED',
    kept: {
      grade_from: 3,
      grade_to: 6,
      weekdays: [1, 2, 3],
      months: [10, 11, 12, 1, 2],
      facility_code: '132292-0007',
    },
  },
  {
    id: 'school-district',
    service: 'center',
    table: 'school_district',
    key: 'code',
    line: { districtCode: 'D01', name: '柳沢小学校区', blocks: '柳沢一丁目;柳沢二丁目;知らない町' },
    changed: { blocks: '柳沢一丁目' },
    refused: { name: '' },
    code: 'NAME_MISSING',
    kept: { code: 'D01', area_codes: ['0001-001', '0001-002'] },
  },
  {
    id: 'experience-program',
    service: 'center',
    table: 'experience_program',
    line: {
      title: '稲づくり',
      experience: '自然体験',
      seasons: '春;秋',
      feeYen: '0',
      subjects: '61',
      venue: '柳沢公民館',
      times: '2031-05-10 09:00-11:30;2031-10-11 09:00-11:30',
      supporters: '2',
    },
    changed: { feeYen: '300' },
    refused: { subjects: '999' },
    code: 'LIST_WORD_UNKNOWN',
    kept: { kind: 'NATURE', seasons: ['SPRING', 'AUTUMN'], venue_code: '132292-0007' },
  },
  {
    id: 'sitting-place',
    service: 'kominkan',
    table: 'kominkan_sitting_place',
    line: {
      name: '学習コーナー',
      facility: '柳沢公民館',
      rules: '静かに過ごす',
      wifi: '有',
      quiet: '無',
      ageFrom: '12',
      hours: '月〜火 09:00-20:00',
    },
    changed: { wifi: '不明' },
    refused: { facility: 'どこにもない館' },
    code: 'LIST_WORD_UNKNOWN',
    kept: {
      wifi: 'YES',
      quiet: 'NO',
      power: null,
      ages: { minMonths: 144, maxMonths: null },
      hours: [1, 2].map((weekday) => ({ weekday, opensAt: '09:00', closesAt: '20:00' })),
    },
  },
  {
    id: 'facility-access',
    service: 'welfare',
    table: 'facility_access',
    key: 'facility_code',
    line: {
      facility: '柳沢公民館',
      WHEELCHAIR: '有',
      CAPTIONS: '無',
      STROLLER: '不明',
      routes: 'バス／柳沢公民館前／2／有',
      confirmedOn: '2026-09-01',
    },
    changed: { WHEELCHAIR: '無' },
    refused: { facility: 'どこにもない館' },
    code: 'LIST_WORD_UNKNOWN',
    kept: {
      facility_code: '132292-0007',
      items: [
        ['WHEELCHAIR', 'YES'],
        ['CAPTIONS', 'NO'],
        ['STROLLER', 'UNKNOWN'],
      ].map(([code, value]) => ({ code, value, asOf: '2026-08-31T15:00:00.000Z' })),
      routes: [{ mode: 'BUS', stop: '柳沢公民館前', walkMinutes: 2, stepFree: 'YES' }],
    },
  },
  {
    id: 'practice-note',
    service: 'welfare',
    table: 'practice_note',
    line: {
      title: '居場所',
      note: '実践記録',
      publicSummary: '聴く場。',
      audiences: '中学生',
      learned: '待つ',
    },
    changed: { learned: '急がない' },
    refused: { situation: '連絡先は taro@example.invalid' },
    code: 'PERSONAL_TRACE',
    kept: { kind: 'PRACTICE', audiences: ['JUNIOR_HIGH'], learned: '待つ' },
  },
  {
    id: 'delivery-lecture',
    service: 'kominkan',
    table: 'delivery_lecture',
    line: {
      theme: '地震に備える',
      office: '公民館',
      minutes: '60',
      subjects: '61',
      times: '2031-02-10 19:00-20:30',
    },
    changed: { minutes: '90' },
    refused: { office: '知らない課' },
    code: 'LIST_WORD_UNKNOWN',
    kept: {
      department_code: 'kominkan',
      languages: ['ja'],
      minutes: 60,
      times: [{ startsAt: '2031-02-10T10:00:00.000Z', endsAt: '2031-02-10T11:30:00.000Z' }],
    },
  },
  {
    id: 'plan-meeting',
    service: 'plan',
    table: 'plan_meeting',
    line: {
      title: '第1回連絡調整会議',
      meeting: '連絡調整会議',
      heldOn: '2026-10-01',
      startsAt: '10:00',
      staff: '8',
    },
    changed: { staff: '9' },
    refused: { meeting: '宴会' },
    code: 'WORD_UNKNOWN',
    kept: { kind: 'COORDINATION', held_at: '2026-10-01T01:00:00+00:00', staff: 8, citizens: null },
  },
  {
    id: 'grant',
    service: 'plan',
    table: 'grant_award',
    line: {
      title: '親子合唱',
      year: '2026',
      amountYen: '50,000円',
      group: '見本合唱団',
      measure: '1-3-3-5',
      submittedOn: '2027-04-10',
      spentYen: '48000',
      outcomes: '参加者／人／100／120',
    },
    changed: { amountYen: '60000' },
    refused: { year: '令和' },
    code: 'NAME_MISSING',
    kept: { amount_yen: 50_000, group_id: 'choir', measure_code: '1-3-3-5' },
  },
  {
    id: 'budget-line',
    service: 'plan',
    table: 'budget_line',
    line: {
      title: '公民館講座',
      year: '2026',
      amountThousandYen: '1200',
      measure: '1-3-3-5',
      department: '公民館',
    },
    changed: { amountThousandYen: '1300' },
    refused: { measure: '9-9-9-9' },
    code: 'LIST_WORD_UNKNOWN',
    kept: { amount_thousand_yen: 1200, department_code: 'kominkan' },
  },
  {
    id: 'community-activity',
    service: 'plan',
    table: 'community_activity',
    line: {
      title: '春の発表会',
      activity: '成果の発表',
      heldOn: '2027-03-10',
      group: '見本合唱団',
      venue: '柳沢公民館',
      measures: '1-3-3-5;9-9-9-9',
    },
    changed: { participants: '40' },
    refused: { activity: '飲み会' },
    code: 'WORD_UNKNOWN',
    kept: {
      kind: 'PRESENTATION',
      group_id: 'choir',
      measure_codes: ['1-3-3-5'],
      venue_code: '132292-0007',
    },
  },
];

/** Next month's list: the first line says something else, the second is gone, the third stays, a fourth cannot be taken. */
async function twoMonths(
  { of, take }: Awaited<ReturnType<typeof aTakingCity>>,
  { id, service, table, line, changed, refused }: Case,
) {
  const rows = async (): Promise<Record<string, unknown>[]> => {
    const found = await of(service)
      .em()
      .execute<{ row: Record<string, unknown> }[]>(
        `select to_jsonb(t) as row from ${table} t
         where source_key is not null and withdrawn_at is null order by source_key`,
      );
    return found.map(({ row }) => row);
  };
  // A house has one profile, and a district one code.
  const at = (number: number): ListLine => ({
    ...line,
    number: `A-${number}`,
    ...(number > 1 && id === 'school-district' && { districtCode: `D0${number}`, blocks: '' }),
    ...(number > 1 && id === 'facility-access' && { facility: `132292-000${number + 6}` }),
  });
  const first = await take(id, at(1), at(2), at(3));
  const taken = await rows();
  const next = await take(id, { ...at(1), ...changed }, at(3), { ...at(4), ...refused });
  return { first, taken, next, now: await rows() };
}

test.each([
  ['schools and children', ['center']],
  ['houses, helpers and staff', ['kominkan', 'welfare']],
  ['the plan', ['plan']],
] as const)(
  'each list of %s is taken, delivered anew, refuses what it cannot place, and withdraws what it names no more',
  async (...[, keepers]) => {
    const city = await aTakingCity(...keepers);

    for (const each of cases.filter(({ service }) => keepers.some((name) => name === service))) {
      const { first, taken, next, now } = await twoMonths(city, each);
      const key = each.key ?? 'id';

      expect([each.id, first.state, next.state]).toEqual([each.id, 'APPLIED', 'APPLIED']);
      expect(taken).toHaveLength(3);
      expect(taken[0]).toMatchObject({
        ...each.kept,
        provenance: { dataset: each.id, sample: false },
      });
      expect(next.summary.codes).toMatchObject({ [each.code]: 1 });
      expect(next.summary.setAside).toBe(2);
      expect(now.map((row) => row[key])).toEqual([taken[0]?.[key], taken[2]?.[key]]);
      expect(now[0]).not.toEqual(taken[0]);
      expect(now[1]).toEqual(taken[2]);
    }
  },
);

test('a list of districts says which blocks lie in each, and takes back what it said', async () => {
  const { of, take } = await aTakingCity();
  const district = { number: 'A-1', districtCode: 'D01', name: '柳沢小学校区' };
  const blocksOf = async (): Promise<unknown> => {
    const { data } = await of('center').ask(
      '{ areas { edges { node { code schoolDistrict { code } } } } }',
    );
    return data.areas.edges.map(
      ({ node }: { node: { code: string; schoolDistrict: { code: string } | null } }) => [
        node.code,
        node.schoolDistrict?.code ?? null,
      ],
    );
  };

  await take('school-district', { ...district, blocks: '柳沢一丁目;柳沢二丁目' });
  const both = await blocksOf();
  await take('school-district', { ...district, blocks: '柳沢二丁目' });
  const one = await blocksOf();
  await take('school-district', { number: 'B-1', districtCode: 'D09', name: '別の学区' });

  expect(both).toEqual([
    ['0001-001', 'D01'],
    ['0001-002', 'D01'],
  ]);
  expect(one).toEqual([
    ['0001-001', null],
    ['0001-002', 'D01'],
  ]);
  expect(await blocksOf()).toEqual([
    ['0001-001', null],
    ['0001-002', null],
  ]);
});

test('the people of a block count in the school district of the register, and once, whichever files counted them', async () => {
  const { of, take, takeFile } = await aTakingCity();
  const counted = (register: string, year: string, old: number): Promise<ImportResult> => {
    const headings = `地域コード,調査年月日,地域名,総人口,65-69歳の男性,65-69歳の女性,70歳以上の男性,70歳以上の女性`;
    const line = `0001-001,${year}-04-01,柳沢一丁目,90,${old},${old},${old},${old}`;
    return takeFile(writtenFile(`${register}.csv`, `${headings}\r\n${line}\r\n`));
  };
  const told = async (): Promise<unknown> => {
    const { data } = await of('plan').ask(
      `query ($of: [_Any!]!) { _entities(representations: $of) {
         ... on Area { population(ageBands: ["65+"]) { count { value } } }
         ... on SchoolDistrict { population(ageBands: ["65+"]) { count { value } } } } }`,
      {
        of: [
          { __typename: 'Area', code: '0001-001' },
          { __typename: 'SchoolDistrict', code: 'D01' },
        ],
      },
    );
    return data._entities.map(
      ({ population }: { population: { count: { value: number } | null }[] }) =>
        population[0]?.count?.value ?? null,
    );
  };

  await counted('old', '2025', 10);
  const before = await told();
  await take('school-district', {
    number: 'A-1',
    districtCode: 'D01',
    name: '柳沢小学校区',
    blocks: '柳沢一丁目',
  });
  await counted('new', '2026', 20);

  expect(before).toEqual([40, null]);
  expect(await told()).toEqual([80, 80]);
});

test('a decision finds its meeting by name or number, and one without a meeting is set aside', async () => {
  const { of, take } = await aTakingCity();
  const decision = { order: '1', text: '試行を始める', state: '決定', measure: '1-3-3-5' };
  await take('plan-meeting', {
    number: 'M-1',
    title: '第2回推進懇談会',
    meeting: '推進懇談会',
    heldOn: '2026-11-01',
  });

  const { summary } = await take(
    'meeting-decision',
    { ...decision, number: 'D-1', meeting: '第2回推進懇談会' },
    { ...decision, number: 'D-2', meeting: 'M-1', order: '2' },
    { ...decision, number: 'D-3', meeting: '知らない会議' },
  );
  const { data } = await of('plan').ask(
    '{ planMeetings(first: 5) { edges { node { title { ja } decisions { number text { ja } } } } } }',
  );

  expect(summary.codes).toMatchObject({ LIST_WORD_UNKNOWN: 1 });
  expect(data.planMeetings.edges).toContainEqual({
    node: {
      title: { ja: '第2回推進懇談会' },
      decisions: [1, 2].map((number) => ({ number, text: { ja: '試行を始める' } })),
    },
  });
});
