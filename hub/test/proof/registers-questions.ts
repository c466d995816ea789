import { expect, test } from 'vitest';

import { askFor } from '../ask-as.js';
import { ask, question, whole } from '../ask.js';
import type { ProofCity } from './proof-city.js';

/** Questions that the registers answer. */
export function registerQuestions(proof: ProofCity): void {
  test('question 6: a misspelt hall with a room is the one that the register has', async () => {
    const { resolveFacility } = whole(await ask(proof.city, question('q06')));

    const expected = await proof.gathered.value(
      `select jsonb_build_object('code', code, 'name', jsonb_build_object('ja', name -> 'ja'))
       from center.facility where name ->> 'ja' = '芝久保公民館'`,
    );
    expect(resolveFacility).toEqual([
      {
        facility: expected,
        room: '第1学習室',
        score: expect.any(Number),
        verdict: expect.stringMatching(/^(CERTAIN|UNCERTAIN)$/),
        reason: expect.stringMatching(/[ぁ-ん]/),
      },
    ]);
  });

  test('question 8: who comes to fifth-grade lessons on soil, and the books about it', async () => {
    const { people, subject } = whole(await ask(proof.city, question('q08')));

    expect(people.edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual(
      await proof.gathered.value(
        `select jsonb_agg(p.id order by p.id collate "C") from center.person p
         where p.withdrawn_at is null and 'SCHOOL_VOLUNTEER' = any(p.roles)
           and p.subject_keys @> '[{"scheme": "NDC", "code": "61"}]'
           and coalesce((p.ages ->> 'minMonths')::integer <= 131, true)
           and coalesce((p.ages ->> 'maxMonths')::integer >= 120, true)`,
      ),
    );
    expect(people.edges.length).toBeGreaterThan(0);
    const books = subject.titles.edges.map(({ node }: { node: { bibId: string } }) => node.bibId);
    expect(
      await proof.gathered.value(
        `select count(*)::integer from library.title where bib_id = any($1)
           and exists (select from jsonb_array_elements(subject_keys) k where k ->> 'scheme' = 'NDC' and k ->> 'code' like '61%')`,
        [books],
      ),
    ).toBe(books.length);
    expect(books.length).toBeGreaterThan(0);
    const sets = subject.bookSets.edges.map(({ node }: { node: { id: string } }) => node.id);
    expect(sets.toSorted()).toEqual(
      await proof.gathered.value(
        `select coalesce(jsonb_agg(b.id order by b.id collate "C"), '[]') from library.book_set b
         where b.withdrawn_at is null and exists (select from jsonb_array_elements(b.subject_keys) k
           where k ->> 'scheme' = 'NDC' and k ->> 'code' like '61%')`,
      ),
    );
  });

  test('question 20: a page gives the plain Japanese that a department wrote, with who wrote it, and none where it has none', async () => {
    const { opportunities } = whole(await ask(proof.city, question('q20')));

    const shown = opportunities.edges.map(
      ({ title, node }: { title: object; node: { id: string; summary: object | null } }) => ({
        id: node.id,
        title,
        summary: node.summary,
      }),
    );
    const text = (
      column: string,
    ) => `case when o.${column} is not null then jsonb_build_object('ja', o.${column} -> 'ja',
      'plain', pick(o.${column} -> 'plain', 'text', 'origin')) end`;
    const expected = await proof.gathered.value(
      `select jsonb_agg(jsonb_build_object('id', o.id, 'title', ${text('title')}, 'summary', ${text('summary')})
         order by array_position($1::text[], o.id))
       from (select id, title, summary from kominkan.course union all select id, title, summary from sports.sports_class
         union all select id, title, summary from welfare.care_program
         union all select id, title, summary from library.library_program
         union all select id, title, summary from center.external_offering) o where o.id = any($1)`,
      [shown.map(({ id }: { id: string }) => id)],
    );
    expect(shown).toEqual(expected);
    expect(shown.some(({ title }: { title: { plain: unknown } }) => title.plain !== null)).toBe(
      true,
    );
  });

  test('question 27: the instructors whom one department alone uses are those of the departments own tables', async () => {
    const { people } = whole(await askFor(proof.city, 'department/q27'));

    const found = people.edges.map(
      ({
        node,
      }: {
        node: { id: string; ledFor: { department: { code: string }; times: number }[] };
      }) => ({
        id: node.id,
        led: node.ledFor.map(({ department, times }) => ({ code: department.code, times })),
      }),
    );
    expect(found).toEqual(
      await proof.gathered.value(
        `select jsonb_agg(jsonb_build_object('id', used.id, 'led',
           jsonb_build_array(jsonb_build_object('code', used.department, 'times', used.times))) order by used.id collate "C")
         from (
           select p.id, min(o.provenance ->> 'department') as department, count(*) as times
           from center.person p join (
             select provenance, instructor_ids as leaders, withdrawn_at from kominkan.course
             union all select provenance, coach_ids, withdrawn_at from sports.sports_class
           ) o on p.id = any(o.leaders) and o.withdrawn_at is null
           where p.withdrawn_at is null
           group by p.id having count(distinct o.provenance ->> 'department') = 1
         ) used`,
      ),
    );
    expect(found.length).toBeGreaterThan(0);
  });
}
