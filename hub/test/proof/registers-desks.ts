import { describe, expect, test } from 'vitest';

import { ask, question, whole } from '../ask.js';
import { type Connected, idsOf } from './connected.js';
import type { ProofCity } from './proof-city.js';
import { knows, near } from './registers-view.js';

/** P3 and P20: who answers a question now, and what others than the city offer. */
export function deskProofs(proof: ProofCity): void {
  describe('P3: a question now', () => {
    const p3 = question('p3');
    // A Wednesday afternoon, no holiday.
    const expectedDesks = `select coalesce(jsonb_agg(d.id order by d.id collate "C"), '[]') from center.desk d
      where d.withdrawn_at is null and ${near('d', `'36'`)} and d.audiences && '{SENIOR,ANYONE}'
        and case when d.exceptions @> '[{"on": "2026-12-16"}]'
          then exists (select from jsonb_array_elements(d.exceptions) e where e ->> 'on' = '2026-12-16'
            and e ->> 'opensAt' <= '14:00' and e ->> 'closesAt' > '14:00')
          else exists (select from jsonb_array_elements(d.hours) h where h ->> 'weekday' = '3'
            and h ->> 'opensAt' <= '14:00' and h ->> 'closesAt' > '14:00') end`;

    test('the desks that are open and can answer, with books, answered questions, courses and people of the theme', async () => {
      const { subject, opportunities, people } = whole(await ask(proof.city, p3));

      expect(subject.desks.map(({ id }: { id: string }) => id)).toEqual(
        await proof.gathered.value(expectedDesks),
      );
      expect(subject.desks.length).toBeGreaterThan(0);
      expect(subject.desks.every(({ openNow }: { openNow: string }) => openNow === 'YES')).toBe(
        true,
      );
      const days = subject.desks.flatMap(({ adviceDays }: { adviceDays: Connected }) =>
        idsOf(adviceDays),
      );
      expect(
        await proof.gathered.value(
          `select count(*)::integer from kominkan.advice_day where id = any($1) and desk_id = any($2) and ends_at > now()`,
          [days, subject.desks.map(({ id }: { id: string }) => id)],
        ),
      ).toBe(days.length);
      expect(subject.titles.edges.length).toBeGreaterThan(0);
      expect(subject.referenceCases.edges.length).toBeGreaterThan(0);
      expect(idsOf(opportunities)).toEqual(
        await proof.gathered.value(
          `select coalesce(jsonb_agg(o.id order by o.first_start nulls last, o.id), '[]') from (
             select o.id, first.starts as first_start from every_offer o
             left join lateral (select min(starts) as starts from offer_time t where t.id = o.id) first on true
             where o.cancelled_at is null and o.withdrawn_at is null and o.audiences && '{SENIOR,ANYONE}'
               and (o.ends_at is null or o.ends_at > '2026-12-16T14:00+09:00')
               and exists (select from jsonb_array_elements(o.subject_keys) k
                 where k ->> 'scheme' = 'NDC' and k ->> 'code' like '36%')
             order by 2 nulls last, 1 limit 5) o`,
        ),
      );
      expect(idsOf(people)).toEqual(
        await proof.gathered.value(
          `select jsonb_agg(id order by id collate "C") from (select p.id from center.person p
             where p.withdrawn_at is null and ${knows('36')} order by p.id collate "C" limit 3) p`,
        ),
      );
    });

    test('at night no desk is told to be open', async () => {
      const variables = { ...p3.variables, now: '2026-12-16T23:00:00+09:00' };
      const { subject } = whole(await ask(proof.city, { ...p3, variables }));

      expect(subject.desks).toEqual([]);
    });

    test('without desks nobody can answer', async () => {
      await proof.city.sql('center', 'update desk set withdrawn_at = now()');

      const { subject } = whole(await ask(proof.city, p3));

      expect(subject.desks).toEqual([]);
      await proof.city.sql('center', 'update desk set withdrawn_at = null');
    });
  });

  describe('P20: what others offer', () => {
    test('each tells whose it is, where the record comes from, and whether the city vouches for it', async () => {
      const { externalOfferings } = whole(await ask(proof.city, question('p20')));

      const found = externalOfferings.edges.map(
        ({
          node: { id, provider, providerKind, atOwnResponsibility, provenance },
        }: {
          node: Record<string, unknown>;
        }) => ({ id, provider, providerKind, atOwnResponsibility, provenance }),
      );
      expect(found).toEqual(
        await proof.gathered.value(
          `select jsonb_agg(jsonb_build_object('id', o.id, 'provider', o.provider, 'providerKind', o.provider_kind,
             'atOwnResponsibility', o.at_own_responsibility,
             'provenance', pick(o.provenance, 'department', 'dataset', 'licence', 'sample')) order by o.id collate "C")
           from center.external_offering o where o.withdrawn_at is null and (o.ends_at is null or o.ends_at > now())`,
        ),
      );
      const said = new Set(
        found.map(
          ({ atOwnResponsibility }: { atOwnResponsibility: string }) => atOwnResponsibility,
        ),
      );
      expect(said).toEqual(new Set(['YES', 'NO', 'UNKNOWN']));
    });

    test('without outside offerings nothing is told', async () => {
      await proof.city.sql('center', 'update external_offering set withdrawn_at = now()');

      const { externalOfferings } = whole(await ask(proof.city, question('p20')));

      expect(externalOfferings.edges).toEqual([]);
      await proof.city.sql('center', 'update external_offering set withdrawn_at = null');
    });
  });
}
