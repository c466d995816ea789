import type { EntityDictionary } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

import { Person } from '../person/person.entity.js';
import { ExperienceSession } from './experience-session.entity.js';

/** Those with these ids, in no order; ids that nobody has are left out. */
export function experienceSessionsByIds(
  em: EntityManager,
  ids: readonly string[],
): Promise<ExperienceSession[]> {
  return em.find(ExperienceSession, { id: { $in: [...ids] } });
}

/** Most times that are told of one programme. */
const timesTold = 20;

/** The times of these programmes that end after a moment, the earliest twenty of each: one query. */
export async function sessionsOfPrograms(
  em: EntityManager,
  programIds: readonly string[],
  after: Date,
): Promise<ExperienceSession[]> {
  const rows = await em.execute<EntityDictionary<ExperienceSession>[]>(
    `select s.* from unnest(array[?]::text[]) as program (id)
     cross join lateral (select * from experience_session
       where program_id = program.id and withdrawn_at is null and ends_at > ? order by starts_at, id limit ${timesTold}) s
     order by s.program_id, s.starts_at, s.id`,
    [programIds, after],
  );
  return rows.map((row) => em.map(ExperienceSession, row));
}

/** A person promised to a time of a programme. */
export interface Supporter {
  readonly sessionId: string;
  readonly person: Person;
}

/** Who is promised to these times, by id: one query. */
export async function supportersOfSessions(
  em: EntityManager,
  sessionIds: readonly string[],
): Promise<Supporter[]> {
  const rows = await em.execute<(EntityDictionary<Person> & { session_id: string })[]>(
    `select promise.session_id, p.* from assignment promise join person p on p.id = promise.person_id
     where promise.session_id = any(array[?]::text[]) and promise.released_at is null and p.withdrawn_at is null
     order by p.id`,
    [sessionIds],
  );
  return rows.map(({ session_id: sessionId, ...row }) => ({
    sessionId,
    // What is left of the row is the person's columns.
    person: em.map(Person, row as EntityDictionary<Person>),
  }));
}
