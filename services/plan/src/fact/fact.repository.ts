import type { PublishedOpportunity } from '@manabi/kit/opportunity/opportunity.published';
import type { EntityManager } from '@mikro-orm/postgresql';

import { OpportunityFact } from './fact.entity.js';

/** Who tells facts: a service, and the life of its numbering. */
export interface Telling {
  readonly source: string;
  readonly epoch: string;
}

/** What facts are made of. */
export type ToldFact = Pick<
  PublishedOpportunity,
  | 'title'
  | 'occurrences'
  | 'venueCode'
  | 'capacity'
  | 'taken'
  | 'waiting'
  | 'ages'
  | 'startsAt'
  | 'endsAt'
  | 'cancelledAt'
  | 'withdrawnAt'
  | 'audiences'
  | 'subjectKeys'
  | 'provenance'
> & { readonly id: string; readonly kind: string };

/**
 * Keeps facts as told; what was known under the same id is replaced, unless a service withdraws what has moved to
 * another.
 */
export async function keepFacts(
  em: EntityManager,
  telling: Telling,
  told: readonly ToldFact[],
): Promise<void> {
  const moved = await movedFrom(em, telling.source, told);
  const facts = told.filter(({ id }) => !moved.has(id));
  if (facts.length === 0) return;
  const moment = (text: string | null | undefined) => (text ? new Date(text) : null);
  const rows = facts.map(({ id, kind, provenance, ...told }) => ({
    opportunityId: id,
    kind,
    label: told.title.ja,
    department: provenance.department,
    sample: provenance.sample,
    venueCode: told.venueCode ?? null,
    capacity: told.capacity ?? null,
    taken: told.taken ?? null,
    waiting: told.waiting ?? null,
    minMonths: told.ages?.minMonths ?? null,
    maxMonths: told.ages?.maxMonths ?? null,
    asOf: momentIn(provenance.asOf),
    overdueSince: momentIn(provenance.overdueSince),
    times: timesOf(told),
    startsAt: moment(told.startsAt),
    endsAt: moment(told.endsAt),
    cancelledAt: moment(told.cancelledAt),
    withdrawnAt: moment(told.withdrawnAt),
    audiences: told.audiences,
    subjectKeys: told.subjectKeys,
    source: telling.source,
    epoch: telling.epoch,
  }));
  await em.upsertMany(OpportunityFact, rows);
}

/** When it takes place: at its occurrences, else from its start to its end; never where nobody told. */
function timesOf({ occurrences, startsAt, endsAt }: Partial<ToldFact>): [number, number][] {
  const whole = startsAt ? [{ startsAt, endsAt: endsAt ?? null }] : [];
  const times = occurrences && occurrences.length > 0 ? occurrences : whole;
  const seconds = (moment: string) => new Date(moment).getTime() / 1000;
  return times.map((time) => [seconds(time.startsAt), seconds(time.endsAt ?? time.startsAt)]);
}

/** A moment as a feed may tell it; null where it tells none. */
export const momentIn = (told: unknown): Date | null => {
  const moment = typeof told === 'string' || told instanceof Date ? new Date(told) : null;
  return moment && !Number.isNaN(moment.getTime()) ? moment : null;
};

/** Of what a source withdraws, the ids under which another one tells something that stands. */
async function movedFrom(
  em: EntityManager,
  source: string,
  told: readonly ToldFact[],
): Promise<Set<string>> {
  const withdrawn = told.filter(({ withdrawnAt }) => withdrawnAt).map(({ id }) => id);
  if (withdrawn.length === 0) return new Set();
  const elsewhere = await em.find(OpportunityFact, {
    opportunityId: { $in: withdrawn },
    source: { $ne: source },
    withdrawnAt: null,
  });
  return new Set(elsewhere.map(({ opportunityId }) => opportunityId));
}

/** Drops what a source told and then deleted. */
export async function dropFacts(
  em: EntityManager,
  source: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await em.nativeDelete(OpportunityFact, { source, opportunityId: { $in: [...ids] } });
}

/** Drops what a source told in earlier lives of its numbering and did not tell again. */
export async function dropUntold(em: EntityManager, { source, epoch }: Telling): Promise<void> {
  await em.nativeDelete(OpportunityFact, { source, epoch: { $ne: epoch } });
}

/** What could not be read of a source, and why. */
export interface Fault {
  readonly id: string;
  readonly message: string;
}

/** Remembers what could not be read of a source, and forgets it of the ids that now could. */
export async function keepFaults(
  em: EntityManager,
  source: string,
  { faults, readIds }: { faults: readonly Fault[]; readIds: readonly string[] },
): Promise<void> {
  await em.execute(
    `delete from fact_fault
     where source = ? and id in (select jsonb_array_elements_text(?::jsonb))`,
    [source, JSON.stringify(readIds)],
  );
  await em.execute(
    `insert into fact_fault (source, id, message, at)
     select ?, id, message, now() from jsonb_to_recordset(?::jsonb) as f(id text, message text)
     on conflict (source, id) do update set message = excluded.message, at = excluded.at`,
    [source, JSON.stringify(faults)],
  );
}
