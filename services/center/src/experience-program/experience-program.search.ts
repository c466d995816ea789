import type { EntityDictionary } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

import { aboutValues, isAbout } from '../subject/subject.search.js';
import type { PageAfter } from '../value/page-after.js';
import { ExperienceProgram } from './experience-program.entity.js';
import type { ExperienceProgramFilter } from './experience-program.input.js';

/** Programmes that fit and were not withdrawn, in the order of their ids: one query. */
export async function experienceProgramsAfter(
  em: EntityManager,
  filter: ExperienceProgramFilter,
  { limit, after }: PageAfter,
): Promise<ExperienceProgram[]> {
  const { grade, season, kind, subject, from, to } = filter;
  const conditions = ['p.withdrawn_at is null'];
  const values: unknown[] = [];
  const add = (sql: string, ...given: readonly unknown[]) => {
    conditions.push(sql);
    values.push(...given);
  };
  if (grade != null)
    add('coalesce(p.grade_from, 0) <= ? and coalesce(p.grade_to, 12) >= ?', grade, grade);
  if (season != null) add('p.seasons @> array[?]', season);
  if (kind != null) add('p.kind = ?', kind);
  if (subject) add(isAbout('p'), ...aboutValues(subject));
  if (from ?? to) add(isHeld, from ?? '-infinity', to ?? 'infinity');
  if (after !== null) add('p.id > ?', after);
  const rows = await em.execute<EntityDictionary<ExperienceProgram>[]>(
    `select p.* from experience_program p where ${conditions.join(' and ')} order by p.id limit ?`,
    [...values, limit],
  );
  return rows.map((row) => em.map(ExperienceProgram, row));
}

const isHeld = `exists (select from experience_session s where s.program_id = p.id and s.withdrawn_at is null
  and s.cancelled_at is null and s.ends_at > ? and s.starts_at < ?)`;
