import { describe, expect, test } from 'vitest';

import { ask, question, whole } from '../ask.js';
import { type Connected, idsOf } from './connected.js';
import { leftOf } from './offer-view.js';
import type { ProofCity } from './proof-city.js';
import { near, teachesAge10 } from './registers-view.js';

/** P13 and P14: what a school asks for. */
export function schoolProofs(proof: ProofCity): void {
  describe('P13: what a school asks for a unit', () => {
    const units = `from center.school_unit u where u.withdrawn_at is null and u.grade = 5 and u.school_subject = '理科'`;
    const wanted = `jsonb_array_elements(u.subject_keys) w`;
    const fits = (row: string) =>
      `exists (select from ${wanted} where ${near(row, `(w ->> 'code')`)} and w ->> 'scheme' = 'NDC')`;

    test('guest teachers, books and visits are those that the registers say fit', async () => {
      const { schoolUnits } = whole(await ask(proof.city, question('p13')));

      const found = schoolUnits.edges.map(
        ({
          node,
        }: {
          node: {
            id: string;
            guestTeachers: { id: string }[];
            siteVisits: { id: string }[];
            subjects: { titles: { edges: unknown[] } }[];
          };
        }) => ({
          id: node.id,
          guests: node.guestTeachers.map(({ id }) => id),
          visits: node.siteVisits.map(({ id }) => id),
        }),
      );
      expect(found).toEqual(
        await proof.gathered.value(
          `select jsonb_agg(jsonb_build_object('id', u.id,
             'guests', (select coalesce(jsonb_agg(p.id order by not 'SCHOOL_VOLUNTEER' = any(p.roles), p.id collate "C"), '[]')
               from center.person p where p.withdrawn_at is null and ${fits('p')} and ${teachesAge10}
                 and (cardinality(p.district_codes) = 0 or 'D12' = any(p.district_codes))
                 and exists (select from jsonb_array_elements(p.free_times) t where t ->> 'weekday' = '2'
                   and t ->> 'startsAt' <= '10:30' and t ->> 'endsAt' >= '11:20')
                 and not exists (select from jsonb_array_elements(p.unavailable) d
                   where '2026-12-01' between d ->> 'from' and d ->> 'to')
                 and not exists (select from center.assignment a where a.person_id = p.id and a.released_at is null
                   and a.starts_at < '2026-12-01T11:20+09:00' and a.ends_at > '2026-12-01T10:30+09:00')),
             'visits', (select coalesce(jsonb_agg(v.id order by v.id collate "C"), '[]') from center.site_visit v
               where v.withdrawn_at is null and ${fits('v')} and v.grade_from <= 5 and v.grade_to >= 5
                 and v.weekdays @> '2' and (v.months = '[]' or v.months @> '12')))
           order by u.id collate "C") ${units}`,
        ),
      );
      expect(found.some(({ guests }: { guests: string[] }) => guests.length > 0)).toBe(true);
      expect(found.some(({ visits }: { visits: string[] }) => visits.length > 0)).toBe(true);
    });

    test('the book sets are those that the library keeps under the numbers of the unit', async () => {
      const { schoolUnits } = whole(await ask(proof.city, question('p13')));

      const found = schoolUnits.edges.flatMap(
        ({ node }: { node: { subjects: { code: string; bookSets: Connected }[] } }) =>
          node.subjects.map(({ code, bookSets }) => ({ code, sets: idsOf(bookSets).toSorted() })),
      );
      expect(found).toEqual(
        await proof.gathered.value(
          `select jsonb_agg(jsonb_build_object('code', w ->> 'code', 'sets', (
             select coalesce(jsonb_agg(b.id order by b.id collate "C"), '[]') from library.book_set b
             where b.withdrawn_at is null and exists (select from jsonb_array_elements(b.subject_keys) k
               where k ->> 'scheme' = 'NDC' and k ->> 'code' like (w ->> 'code') || '%')))
             order by u.id collate "C", w.place)
           ${units.replace('where', 'cross join jsonb_array_elements(u.subject_keys) with ordinality w (w, place) where')}`,
        ),
      );
      expect(found.some(({ sets }: { sets: string[] }) => sets.length > 0)).toBe(true);
    });

    test('without units nothing is answered', async () => {
      await proof.city.sql('center', 'update school_unit set withdrawn_at = now()');

      const { schoolUnits } = whole(await ask(proof.city, question('p13')));

      expect(schoolUnits.edges).toEqual([]);
      await proof.city.sql('center', 'update school_unit set withdrawn_at = null');
    });
  });

  describe('P14: experience programmes', () => {
    test('programmes of a grade and season come with their times, and the supporters whom each has and lacks', async () => {
      const { experiencePrograms } = whole(await ask(proof.city, question('p14')));

      const found = experiencePrograms.edges.map(
        ({
          node,
        }: {
          node: {
            id: string;
            department: { code: string };
            sessions: {
              id: string;
              placesLeft: number;
              supportersMissing: number;
              supporters: { id: string }[];
            }[];
          };
        }) => ({
          id: node.id,
          department: node.department.code,
          sessions: node.sessions.map(({ id, placesLeft, supportersMissing, supporters }) => ({
            id,
            placesLeft,
            supportersMissing,
            supporters: supporters.map((person) => person.id),
          })),
        }),
      );
      expect(found).toEqual(
        await proof.gathered.value(
          `select jsonb_agg(jsonb_build_object('id', p.id, 'department', p.department_code,
             'sessions', (select coalesce(jsonb_agg(jsonb_build_object('id', s.id,
                 'placesLeft', ${leftOf('s')},
                 'supportersMissing', greatest(0, s.supporters_needed - cardinality(who.ids)),
                 'supporters', to_jsonb(who.ids)) order by s.starts_at, s.id), '[]')
               from center.experience_session s
               cross join lateral (select coalesce(array_agg(a.person_id order by a.person_id collate "C"), '{}') as ids
                 from center.assignment a where a.session_id = s.id and a.released_at is null) who
               where s.program_id = p.id and s.ends_at > now())) order by p.id collate "C")
           from center.experience_program p where p.withdrawn_at is null and p.grade_from <= 5 and p.grade_to >= 5
             and 'WINTER' = any(p.seasons)`,
        ),
      );
      expect(found.length).toBeGreaterThan(3);
    });

    test('nobody is promised to two programmes at once', async () => {
      expect(
        await proof.gathered.value(
          `select count(*)::integer from center.assignment a join center.assignment b on a.person_id = b.person_id
             and a.id < b.id and a.starts_at < b.ends_at and b.starts_at < a.ends_at
             and a.released_at is null and b.released_at is null`,
        ),
      ).toBe(0);
    });

    test('without programmes nothing is offered', async () => {
      await proof.city.sql('center', 'update experience_program set withdrawn_at = now()');

      const { experiencePrograms } = whole(await ask(proof.city, question('p14')));

      expect(experiencePrograms.edges).toEqual([]);
      await proof.city.sql('center', 'update experience_program set withdrawn_at = null');
    });
  });
}
