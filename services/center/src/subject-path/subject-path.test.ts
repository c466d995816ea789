import { openTestService, testNow } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aGroup } from '../group/group.builder.js';
import { aTold, takeIn } from '../opportunity/told.builder.js';
import { center } from '../service.js';
import { aSubject } from '../subject/subject.builder.js';
import { offeringsOfSubjects, offeringsQuery } from './subject-path.repository.js';

const ndc = (code: string) => ({ scheme: 'NDC', code });
const on = (day: string) => ({
  startsAt: `2026-${day}T01:00:00.000Z`,
  endsAt: `2026-${day}T03:00:00.000Z`,
});

test('100 subjects lead to what is offered and to circles in three queries, classes under them included', async () => {
  const service = await openTestService(center);
  await service.plant(
    ...Array.from({ length: 100 }, (_, at) => aSubject(ndc(String(at)))),
    aGroup({ id: 'care', subjectKeys: [ndc('369')] }),
    aGroup({ id: 'gone', subjectKeys: [ndc('36')], withdrawnAt: new Date('2026-01-01T00:00:00Z') }),
  );
  await takeIn(service.em(), [
    aTold('late', { ...on('11-03'), subjectKeys: [ndc('36')] }),
    aTold('early', { ...on('10-20'), subjectKeys: [ndc('369.26')] }),
    aTold('over', { ...on('09-01'), subjectKeys: [ndc('36')] }),
    aTold('cancelled', { subjectKeys: [ndc('36')], cancelledAt: '2026-10-01T00:00:00Z' }),
    aTold('far', {
      startsAt: '2028-01-01T00:00:00Z',
      endsAt: '2028-01-01T01:00:00Z',
      subjectKeys: [ndc('36')],
    }),
  ]);

  const { data, errors, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Subject { code
      opportunities { id } groups { id } } } }`,
    {
      of: Array.from({ length: 100 }, (_, at) => ({ __typename: 'Subject', ...ndc(String(at)) })),
    },
  );

  const found = { opportunities: [{ id: 'early' }, { id: 'late' }], groups: [{ id: 'care' }] };
  expect(errors).toEqual([]);
  expect(data._entities[36]).toEqual({ code: '36', ...found });
  expect(data._entities[3]).toEqual({ code: '3', ...found });
  expect(data._entities[37]).toEqual({ code: '37', opportunities: [], groups: [] });
  expect(queries).toBe(3);
});

test('from another moment on, a subject leads to what is still to come', async () => {
  const service = await openTestService(center);
  await service.plant(aSubject(ndc('36')));
  await takeIn(service.em(), [
    aTold('late', { ...on('11-03'), subjectKeys: [ndc('36')] }),
    aTold('early', { ...on('10-20'), subjectKeys: [ndc('36')] }),
  ]);

  const { data, errors } = await service.ask(
    `{ subject(scheme: "NDC", code: "36") { opportunities(at: "2026-11-01T00:00:00+09:00") { id } } }`,
  );

  expect(errors).toEqual([]);
  expect(data.subject.opportunities).toEqual([{ id: 'late' }]);
});

test.each([
  ['few', '099', 'Bitmap Index Scan on opportunity_search_subjects'],
  ['many', '150', 'Index Scan using opportunity_search_starts'],
])(
  'of %s offerings about a subject among 20,000 the earliest are found without reading the others',
  async (_, code, plan) => {
    const em = (await openTestService(center)).em();
    await em.execute(manyOfferings);
    const at = testNow.toISOString();
    const asked = [JSON.stringify([ndc(code)]), at, at, at, at];

    const steps = await em.execute<{ 'QUERY PLAN': string }[]>(
      `explain analyze ${offeringsQuery}`,
      asked,
    );
    const offered = await offeringsOfSubjects(em, [ndc(code)], testNow);

    const lines = steps.map((step) => step['QUERY PLAN']);
    const walked = lines.filter((line) => !line.includes('never executed'));
    expect(walked.join('\n')).toContain(plan);
    const removed = lines.flatMap((line) => /Rows Removed by Filter: (\d+)/.exec(line)?.[1] ?? []);
    expect(Math.max(0, ...removed.map(Number))).toBeLessThan(2_000);
    const [expected] = await em.execute<{ ids: string[] }[]>(
      `select array_agg(id order by starts_sort, id) as ids from (
         select id, starts_sort from opportunity_search
         where over_at > ? and starts_sort < ?::timestamptz + interval '366 days' and ? = any(subjects)
         order by starts_sort, id limit 10) first`,
      [at, at, `NDC:${code}`],
    );
    expect(offered.map(({ id }) => id)).toEqual(expected?.ids);
  },
);

/** 20,000 offerings over 500 days: 20 about NDC 099, and among the others every eighth about NDC 150. */
const manyOfferings = `
  with told as (
    insert into opportunity_entry (id, source, epoch, modified, kind, hash, data, withdrawn, indexed_at)
    select 'o' || n, 'kominkan', 'e', n, 'Course', '', '{}', false, now() from generate_series(1, 20000) n
  )
  insert into opportunity_search (id, kind, department, starts_sort, over_at, times, closes_sort, is_full, cancelled,
    audiences, categories, subjects, weekdays, bands, slots, fee, sample, indexed_at)
  select 'o' || n, 'COURSE', 'kominkan', day, day + interval '2 hours', '{}', day, false, false, 1, 1,
    case when n % 1000 = 7 then array['NDC:099'] else array['NDC:' || (n % 8 + 149)] end, 1, 1, 1, 'FREE', false, now()
  from generate_series(1, 20000) n, lateral (
    select timestamptz '2026-05-01T00:00:00Z' + (n * 7919 % 500) * interval '1 day' as day) d;
  analyze opportunity_search`;
