import { createHash, randomUUID } from 'node:crypto';

import { readCursor, writeCursor } from '@manabi/kit/connection/cursor';
import type { Caller } from '@manabi/kit/context';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';

import { LearningRecord, Passport, PassportReader } from './passport.entity.js';

/** The owner that a caller can be: only a resident whom a token names; null for anybody else. */
export function ownerOf({ role, subject }: Caller): string | null {
  if (role !== 'resident' || !subject) return null;
  return createHash('sha256').update(`passport:${subject}`).digest('hex');
}

/** The passport of an owner; null where there is none. */
export function passportOf(em: EntityManager, owner: string | null): Promise<Passport | null> {
  return owner === null ? Promise.resolve(null) : em.findOne(Passport, { owner });
}

/** The owner's passport; begins one with the first consent. Two that come at once begin one. */
export async function passportWithConsent(
  em: EntityManager,
  owner: string,
  now: Date,
): Promise<Passport> {
  await em.execute(
    `insert into passport (id, owner, consented_at) values (?, ?, ?) on conflict (owner) do nothing`,
    [randomUUID(), owner, now],
  );
  return em.findOneOrFail(Passport, { owner });
}

/** A passport that its owner lets this system read; null for every other, so that nobody learns whether it exists. */
export async function passportFor(
  em: EntityManager,
  id: string,
  { role, client }: Caller,
): Promise<Passport | null> {
  if (role !== 'department' || !client) return null;
  const consent = await em.findOne(PassportReader, { passportId: id, reader: client });
  return consent && em.findOne(Passport, { id });
}

const place = z.tuple([z.iso.date(), z.string()]);

/** The cursor of a record in its passport. */
export const recordCursor = ({ learnedOn, id }: LearningRecord): string =>
  writeCursor([learnedOn, id]);

/** Records of a passport, latest day first. Refuses a cursor of another list. */
export function recordsOf(
  em: EntityManager,
  passportId: string,
  { limit, after }: { limit: number; after: string | null },
): Promise<LearningRecord[]> {
  const [learnedOn, id] = after === null ? [null, null] : readCursor(after, place);
  return em.find(
    LearningRecord,
    {
      passportId,
      ...(learnedOn !== null && {
        $or: [{ learnedOn: { $lt: learnedOn } }, { learnedOn, id: { $lt: id } }],
      }),
    },
    { orderBy: { learnedOn: 'desc', id: 'desc' }, limit },
  );
}

/** What was learned with each department, most first. */
export function learnedWith(
  em: EntityManager,
  passportId: string,
): Promise<{ departmentCode: string | null; records: number; minutes: number }[]> {
  return em.execute(
    `select department as "departmentCode", count(*)::integer as records, coalesce(sum(minutes), 0)::integer as minutes
     from learning_record where passport_id = ? group by department order by 2 desc, 1`,
    [passportId],
  );
}

/** The systems that may read a passport, by name. */
export function readersOf(em: EntityManager, passportId: string): Promise<PassportReader[]> {
  return em.find(PassportReader, { passportId }, { orderBy: { reader: 'asc' } });
}

/**
 * Deletes a passport with all its records and consents, and what writes left behind of them. No feed, index or cache
 * ever had any of it.
 */
export async function deletePassport(em: EntityManager, { id }: Passport): Promise<void> {
  await em.execute(
    `delete from write_receipt where record_id = ?
       or record_id in (select r.id from learning_record r where r.passport_id = ?)`,
    [id, id],
  );
  await em.execute('delete from passport where id = ?', [id]);
}
