import type { ListId } from '@manabi/kit/import/list/lists';
import { expect, test } from 'vitest';

import type { ImportResult } from '../../src/import/import-request.js';
import type { ListLine } from '../../src/import/list-file.builder.js';
import { type Answered, ask, question, whole } from '../ask.js';
import { askFor } from '../ask-as.js';
import type { Gathered } from '../gather.js';
import type { TestCity } from '../open-test-city.js';

/** Lists as departments filled them, in the order in which they are given in: a list that names another's record comes after it. */
export const filledLists: readonly (readonly [ListId, ListLine])[] = [
  [
    'school-district',
    { number: 'S-1', districtCode: 'D01', name: 'こだま小学校区', blocks: '柳沢一丁目' },
  ],
  [
    'sitting-place',
    {
      number: 'I-1',
      name: '二階の学習席',
      facility: 'ひばり図書館',
      rules: '静かに過ごす',
      wifi: '有',
      quiet: '有',
      ageFrom: '12',
      hours: '火〜日 10:00-20:00',
      department: '図書館',
    },
  ],
  [
    'facility-access',
    {
      number: 'B-1',
      facility: 'けやきの森体育館',
      WHEELCHAIR: '有',
      STEP_FREE: '有',
      CAPTIONS: '無',
      routes: 'バス／けやきの森／3／有',
      department: '障害福祉課',
      confirmedOn: '2026-09-01',
    },
  ],
  [
    'assistants',
    { number: 'K-1', event: '夜のヨガ', assistance: '介助', available: '2', confirmed: '1' },
  ],
  [
    'childcare-session',
    {
      number: 'H-1',
      event: 'はじめての俳句',
      eventDay: '2031-05-10',
      day: '2031-05-10',
      opens: '09:45',
      closes: '12:15',
      facility: 'こだま公民館',
      places: '8',
      placesLeft: '3',
      minMonths: '12',
      maxMonths: '71',
      feeYen: '0',
    },
  ],
  [
    'school-unit',
    {
      number: 'U-1',
      name: '社会を支える仕事',
      grade: '小5',
      schoolSubject: '理科',
      subjects: '36',
    },
  ],
  [
    'site-visit',
    {
      number: 'V-1',
      title: '図書館の見学',
      gradeFrom: '小3',
      gradeTo: '中1',
      weekdays: '月〜金',
      subjects: '36',
      facility: 'ひばり図書館',
      department: '図書館',
    },
  ],
  [
    'experience-program',
    {
      number: 'E-1',
      title: '歌の体験',
      experience: '文化体験',
      gradeFrom: '小1',
      gradeTo: '小6',
      seasons: '冬',
      subjects: '76',
      venue: 'こだま公民館',
      times: '2031-01-20 10:00-11:00',
      supporters: '1',
    },
  ],
  [
    'delivery-lecture',
    {
      number: 'L-1',
      theme: 'まちの備え',
      office: '防災・危機管理',
      minimumAudience: '10',
      subjects: '36',
      times: '2031-02-10 19:00-20:30',
    },
  ],
  ['practice-note', { number: 'N-1', title: '待つ', note: '実践記録', publicSummary: '聴く場。' }],
  [
    'plan-meeting',
    {
      number: 'M-1',
      title: '第1回懇談会',
      meeting: '推進懇談会',
      heldOn: '2026-06-01',
      citizens: '12',
    },
  ],
  [
    'meeting-decision',
    {
      number: 'D-1',
      meeting: 'M-1',
      order: '1',
      text: '歌の場を増やす',
      state: '実施中',
      measure: '1-3-3-5',
    },
  ],
  [
    'grant',
    {
      number: 'G-1',
      title: '親子合唱',
      year: '2026',
      amountYen: '50000',
      group: '見本合唱団',
      measure: '1-3-3-5',
      submittedOn: '2027-04-10',
      spentYen: '48000',
    },
  ],
  [
    'budget-line',
    { number: 'Y-1', title: '補助金', year: '2026', amountThousandYen: '500', measure: '1-3-3-5' },
  ],
  [
    'community-activity',
    {
      number: 'A-1',
      title: '春の発表会',
      activity: '成果の発表',
      heldOn: '2026-06-10',
      participants: '40',
      district: 'こだま小学校区',
      group: '見本合唱団',
      grant: 'G-1',
      venue: 'こだま公民館',
    },
  ],
];

/** The city of imported files and what its databases hold. */
interface Imported {
  readonly city: TestCity;
  readonly gathered: Gathered;
  /** Gives a list in anew, by somebody who looked at what it withdraws. */
  take(list: ListId, line: ListLine): Promise<ImportResult>;
}

const idsOf = (connection: { edges: { node: { id: string } }[] }): string[] =>
  connection.edges.map(({ node }) => node.id);

/** Proofs of what lists alone answer, on a city into which nothing but files came; said within the file that opens it. */
export function listProofs(imported: () => Imported): void {
  const asked = async (name: string, variables?: object) => {
    const { query, variables: told } = question(name);
    return whole(await ask(imported().city, { query, variables: { ...told, ...variables } }));
  };
  const kept = (sql: string, values: unknown[] = []): Promise<unknown> =>
    imported().gathered.value(sql, values);
  const idIn = (table: string): Promise<unknown> => kept(`select id from ${table}`);

  test('P5: with districts and people of lists, somebody is found who teaches there and has time', async () => {
    const { people } = await asked('p5', {
      subject: { scheme: 'NDC', code: '36' },
      district: 'D01',
      time: { startsAt: '2026-12-07T10:00:00+09:00', endsAt: '2026-12-07T11:30:00+09:00' },
    });

    expect(idsOf(people)).toEqual([await idIn('center.person')]);
  });

  test('P9: a place of a list where a fifteen-year-old may sit is found from close by, with its rules', async () => {
    const { sittingPlaces } = await asked('p9', byTheLibrary);

    expect(sittingPlaces.edges).toMatchObject([
      {
        department: 'library',
        rules: ['静かに過ごす'],
        wifi: 'YES',
        supervised: 'UNKNOWN',
        walkMinutes: 0,
        openNow: 'YES',
        sample: false,
        node: { id: await idIn('library.library_sitting_place') },
      },
    ]);
  });

  test('P10: childcare of a list shows with the event at which it is', async () => {
    const { opportunities } = await asked('p10');

    const course = await kept(
      `select id from kominkan.course where title ->> 'ja' = 'はじめての俳句'`,
    );
    expect(idsOf(opportunities)).toEqual([course]);
    expect(opportunities.edges[0].node.support.childcare).toMatchObject({
      minMonths: 12,
      maxMonths: 71,
      places: 8,
      placesLeft: 3,
      fee: { kind: 'FREE', yen: 0 },
    });
  });

  test('P11: classes stand for a measure by rule, with the access of their house and the assistants of lists', async () => {
    const { measure } = await asked('p11', { measure: '2-3-1-3' });

    const classes = await kept(
      `select jsonb_agg(id order by starts_at, id) from sports.sports_class where withdrawn_at is null`,
    );
    const [yoga] = measure.opportunities.edges;
    expect(idsOf(measure.opportunities)).toEqual(classes);
    expect(yoga.node).toMatchObject({
      title: { ja: '夜のヨガ' },
      assistants: [{ kind: 'PERSONAL_CARE', available: 2 }],
      venue: { access: { routes: [{ mode: 'BUS', stop: 'けやきの森', walkMinutes: 3 }] } },
    });
  });

  test('P13: a unit of a list leads to its guests, its visits and the books about it', async () => {
    const { schoolUnits } = await asked('p13', {
      time: { startsAt: '2026-12-07T10:30:00+09:00', endsAt: '2026-12-07T11:20:00+09:00' },
      district: 'D01',
      on: '2026-12-07',
    });

    const [{ node }] = schoolUnits.edges;
    expect(node.guestTeachers.map(({ id }: { id: string }) => id)).toEqual([
      await idIn('center.person'),
    ]);
    expect(node.siteVisits.map(({ id }: { id: string }) => id)).toEqual([
      await idIn('center.site_visit'),
    ]);
    expect(
      node.subjects[0].titles.edges.map(
        ({ node: title }: { node: { bibId: string } }) => title.bibId,
      ),
    ).toEqual([
      await kept(`select bib_id from library.title where subject_keys @> '[{"code": "369.26"}]'`),
    ]);
  });

  test('P14: programmes of a list come with their times and the supporters that they lack', async () => {
    const { experiencePrograms } = await asked('p14');

    expect(experiencePrograms.edges).toMatchObject([
      {
        node: {
          id: await idIn('center.experience_program'),
          venue: { name: { ja: 'こだま公民館' } },
          sessions: [{ id: await idIn('center.experience_session'), supportersMissing: 1 }],
        },
      },
    ]);
  });

  test('P17, P23: a grant of a list leads to its group, its activity and its report, and so does the district', async () => {
    const [grant, group, activity] = [
      await idIn('plan.grant_award'),
      await idIn('center.learning_group'),
      await idIn('plan.community_activity'),
    ];

    const given = await asked('p23', { grant });
    const career = await asked('p17', { district: 'D01', group });

    expect(given.grant).toMatchObject({
      group: { id: group, grants: [{ id: grant, amountYen: 50_000 }] },
      activities: [{ id: activity }],
      reports: [{ id: await idIn('plan.grant_report'), spentYen: 48_000 }],
    });
    expect(given.measure.grants).toMatchObject([{ id: grant }]);
    expect(career.communityActivities.edges).toMatchObject([{ node: { id: activity } }]);
    expect(career.schoolDistrict.career).toMatchObject([
      { fiscalYear: 2026, presentations: { value: 1 }, participants: { value: 40 } },
    ]);
    expect(career.group.career).toEqual(career.schoolDistrict.career);
  });

  test('P18: decisions, grants and budgets of lists stand beside what is offered, measure by measure', async () => {
    const stands = await byCode((after) => askFor(imported().city, 'department/p18', { after }));

    expect(stands['1-3-3-5']).toMatchObject({
      budget: [{ amountThousandYen: 500 }],
      decisions: [{ text: { ja: '歌の場を増やす' }, state: 'UNDER_WAY' }],
      grants: [{ amountYen: 50_000 }],
    });
    expect(stands['2-3-1-3']).toMatchObject({
      coverage: {
        opportunities: {
          value: await kept(
            'select count(*)::int from sports.sports_class where withdrawn_at is null',
          ),
        },
      },
    });
  });

  test('P20: what others offer says who offers it, and that nobody vouches for it', async () => {
    const { externalOfferings } = await asked('p20');

    expect(externalOfferings.edges).toMatchObject([
      {
        node: {
          id: await idIn('center.external_offering'),
          provider: '環境の会',
          atOwnResponsibility: 'UNKNOWN',
        },
      },
    ]);
  });

  test('P21: a lecture of a list says who speaks, and when it can be had', async () => {
    const { deliveryLectures } = await asked('p21', {
      in: { from: '2031-02-01T00:00:00+09:00', to: '2031-03-01T00:00:00+09:00' },
    });

    expect(deliveryLectures.edges).toMatchObject([
      {
        node: {
          id: await idIn('kominkan.delivery_lecture'),
          office: { code: 'disaster' },
          times: [{ startsAt: '2031-02-10T10:00:00.000Z' }],
        },
      },
    ]);
  });

  test('what was imported stands for measures, as the rules say that the city keeps', async () => {
    const { query } = question('plan-coverage');
    const measures = await byCode((after) => ask(imported().city, { query, variables: { after } }));

    const told = Object.fromEntries(
      Object.entries(measures).map(([code, { evidence }]) => [
        code,
        evidence.flatMap(({ kind, count }) => (offered.has(kind) ? [[kind, count.value]] : [])),
      ]),
    );
    const expected = (await kept(byRule)) as Record<string, unknown>;
    for (const [code, offers] of Object.entries(told))
      expect([code, offers]).toEqual([code, expected[code] ?? []]);
    expect(Object.keys(expected).length).toBeGreaterThan(5);
  });

  test('what the lists of the next month name no more answers no more', async () => {
    const { city, take } = imported();
    const grant = await idIn('plan.grant_award');
    const told = async (): Promise<number[]> => {
      const [sitting, programs, lectures, given] = [
        await asked('p9', byTheLibrary),
        await asked('p14'),
        await asked('p21'),
        await asked('p23', { grant }),
      ];
      return [
        sitting.sittingPlaces.edges.length,
        programs.experiencePrograms.edges.length,
        lectures.deliveryLectures.edges.length,
        [given.grant, ...given.measure.grants].filter(Boolean).length,
      ];
    };

    const before = await told();
    for (const id of ['sitting-place', 'experience-program', 'delivery-lecture', 'grant'] as const)
      // One line that says nothing of what the list needs: all that stood is gone.
      expect((await take(id, { number: 'X-1' })).state).toBe('APPLIED');
    await city.services.catchUp();

    expect([before, await told()]).toEqual([
      [1, 1, 1, 2],
      [0, 0, 0, 0],
    ]);
  });
}

interface Told {
  readonly code: string;
  readonly evidence: readonly {
    readonly kind: string;
    readonly count: { readonly value: number };
  }[];
}

/** Every measure by its code, page by page. */
async function byCode(
  page: (after: string | null) => Promise<Answered>,
): Promise<Record<string, Told>> {
  const found: Record<string, Told> = {};
  for (let after: string | null = null; ;) {
    const { measures } = whole(await page(after));
    for (const { node } of measures.edges) found[node.code] = node;
    if (!measures.pageInfo.hasNextPage) return found;
    after = measures.pageInfo.endCursor;
  }
}

/** A Tuesday afternoon at the door of the library. */
const byTheLibrary = {
  near: { latitude: 35.7511, longitude: 139.5452 },
  at: '2026-12-15T17:00:00+09:00',
};

const offered: ReadonlySet<string> = new Set([
  'Course',
  'SportsClass',
  'CareProgram',
  'LibraryProgram',
  'ExternalOffering',
]);

/** What fits each rule, written anew over the owners' tables. */
const byRule = `select jsonb_object_agg(measure_code, kinds) from (
  select measure_code, jsonb_agg(jsonb_build_array(type, many) order by many desc, type) as kinds from (
    select r.measure_code, o.type, count(distinct o.id) as many
    from plan.measure_rule r join every_offer o on o.withdrawn_at is null and o.cancelled_at is null
      and (r.kind is null or o.type = r.kind) and (r.audience is null or o.audiences @> array[r.audience])
      and (r.department is null or o.provenance ->> 'department' = r.department)
      and (r.subject_scheme is null or exists (select from jsonb_array_elements(o.subject_keys) k
        where k ->> 'scheme' = r.subject_scheme and k ->> 'code' like r.subject_prefix || '%'))
      and (r.words is null or exists (select from unnest(r.words) w where o.title ->> 'ja' like '%' || w || '%'))
    group by 1, 2) counted
  group by 1) found`;
