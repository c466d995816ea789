import { describe, expect, test } from 'vitest';

import { askFor } from '../ask-as.js';
import { ask, question, whole } from '../ask.js';
import type { ProofCity } from './proof-city.js';
import { isFree, knows, led, ledFor, teachesAge10 } from './registers-view.js';

/** P5: what the talent bank answers. */
export function peopleProofs(proof: ProofCity): void {
  describe('P5: people of the talent bank for a need', () => {
    const nodes = (answer: { edges: { node: Record<string, unknown> }[] }) =>
      answer.edges.map(({ node }) => node);
    const edgesToNodes = (connection: { edges: { node: unknown }[] }) =>
      connection.edges.map(({ node }) => node);

    test('a resident reads who fits and what each led in any department', async () => {
      const { people } = whole(await ask(proof.city, question('p5')));

      const found = nodes(people).map((node) => ({
        id: node['id'],
        name: node['name'],
        roles: node['roles'],
        districts: node['districts'],
        // The document asks each of these as a list of the shape compared.
        led: (node['ledFor'] as { department: { code: string }; times: number }[]).map(
          ({ department, times }) => ({ code: department.code, times }),
        ),
        taught: edgesToNodes(node['taught'] as never),
        coached: edgesToNodes(node['coached'] as never),
      }));
      expect(found).toEqual(
        await proof.gathered.value(
          `select coalesce(jsonb_agg(jsonb_build_object('id', p.id,
             'name', jsonb_build_object('ja', p.name -> 'ja', 'kana', p.name -> 'kana'), 'roles', to_jsonb(p.roles),
             'districts', (select coalesce(jsonb_agg(jsonb_build_object('code', d.code,
                 'name', jsonb_build_object('ja', d.name -> 'ja')) order by u.place), '[]')
               from unnest(p.district_codes) with ordinality u (code, place)
               join center.school_district d on d.code = u.code),
             'led', ${ledFor('p.id')},
             'taught', ${led('kominkan.course', 'instructor_ids')},
             'coached', ${led('sports.sports_class', 'coach_ids')}) order by p.id collate "C"), '[]')
           from center.person p where p.withdrawn_at is null and ${knows('61')} and ${teachesAge10} and ${isFree}
             and (cardinality(p.district_codes) = 0 or 'D12' = any(p.district_codes))`,
        ),
      );
      expect(found.length).toBeGreaterThan(0);
      expect(found.some(({ taught }) => taught.length > 0)).toBe(true);
    });

    test('a department that introduces people reads how to reach those who consented, and of nobody else', async () => {
      const { people } = whole(await askFor(proof.city, 'department/p5'));

      const found = nodes(people).map(({ id, contactConsent, contact }) => ({
        id,
        contactConsent,
        contact,
      }));
      expect(found).toEqual(
        await proof.gathered.value(
          `select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'contactConsent', p.contact_consent,
             'contact', case when p.contact_consent = 'YES' then
               jsonb_build_object('phone', p.phone, 'email', p.email) end) order by p.id collate "C"), '[]')
           from center.person p where p.withdrawn_at is null and ${knows('6')} and ${teachesAge10} and ${isFree}`,
        ),
      );
      expect(found.some(({ contact }) => contact !== null)).toBe(true);
    });

    test('without a talent bank nobody is found', async () => {
      await proof.city.sql('center', 'update person set withdrawn_at = now()');

      const { people } = whole(await ask(proof.city, question('p5')));

      expect(people.edges).toEqual([]);
      await proof.city.sql('center', 'update person set withdrawn_at = null');
    });
  });
}
