import type { Follows } from '@manabi/kit/feed/feed.follow';
import type { FeedItem } from '@manabi/kit/feed/publisher';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';

/** Departments at whose offers children may be minded. */
const sources = ['kominkan', 'sports', 'library', 'center'] as const;

/** Kinds of records in those feeds at which children may be minded; all others are passed over. */
const kinds: ReadonlySet<string> = new Set([
  'Course',
  'SportsClass',
  'LibraryProgram',
  'ExternalOffering',
]);

/** Following what is cancelled, as a whole or one time of it: childcare at it is cancelled too, and stands again when it does. */
export const cancellationFollows: readonly Follows[] = sources.map((source) => ({
  source,
  apply: (em, items, epoch) => takeIn(em, { source, epoch }, items),
  sweep: async (em, epoch) => {
    for (const table of ['cancelled_opportunity', 'opportunity_time'])
      await em.execute(`delete from ${table} where source = ? and epoch <> ?`, [source, epoch]);
  },
}));

const moment = z.iso.datetime({ offset: true });
const time = z.object({ startsAt: moment, endsAt: moment.nullish(), allDay: z.boolean() });
const told = z.object({
  cancelledAt: moment.nullish(),
  occurrences: z.array(time).default([]),
  calledOff: z.array(time.extend({ at: moment })).default([]),
});

interface Source {
  readonly source: string;
  readonly epoch: string;
}

async function takeIn(em: EntityManager, from: Source, items: readonly FeedItem[]): Promise<void> {
  const last = [
    ...new Map(items.filter(({ kind }) => kinds.has(kind)).map((item) => [item.id, item])).values(),
  ];
  if (last.length === 0) return;
  const ids = JSON.stringify(last.map(({ id }) => id));
  await em.execute(
    `with asked as (select jsonb_array_elements_text(?::jsonb) as id),
       times as (delete from opportunity_time where opportunity_id in (select id from asked))
     delete from cancelled_opportunity where id in (select id from asked)`,
    [ids],
  );
  await keepCancelled(em, from, last.flatMap(cancellationOf));
  await keepTimes(em, from, last.flatMap(timesOf));
  await em.execute(
    `update childcare_session s set cancelled_at = now.at, cancelled_with = now.at is not null
     from (select id, childcare_cancelled_at(c) as at from childcare_session c
       where opportunity_id in (select jsonb_array_elements_text(?::jsonb))
         and (cancelled_with or cancelled_at is null)) now
     where s.id = now.id and s.cancelled_at is distinct from now.at`,
    [ids],
  );
}

interface Cancellation {
  readonly id: string;
  readonly cancelledAt: string;
}

/** What was deleted takes place no more either; when it went nobody tells, so it counts from now. */
function cancellationOf({ id, state, data }: FeedItem): Cancellation[] {
  if (state === 'deleted') return [{ id, cancelledAt: new Date().toISOString() }];
  const cancelledAt = told.safeParse(data).data?.cancelledAt;
  return cancelledAt ? [{ id, cancelledAt }] : [];
}

async function keepCancelled(
  em: EntityManager,
  { source, epoch }: Source,
  cancelled: readonly Cancellation[],
): Promise<void> {
  if (cancelled.length === 0) return;
  await em.execute(
    `insert into cancelled_opportunity (id, source, epoch, cancelled_at)
     select id, ?, ?, "cancelledAt" from jsonb_to_recordset(?::jsonb) as c (id text, "cancelledAt" timestamptz)`,
    [source, epoch, JSON.stringify(cancelled)],
  );
}

interface ToldTime {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly cancelledAt: string | null;
}

/** The times of what goes on while one of them was called off; of all else nothing need be known. */
function timesOf({ id, state, data }: FeedItem): ToldTime[] {
  const known = state === 'deleted' ? undefined : told.safeParse(data).data;
  if (!known || known.cancelledAt || known.calledOff.length === 0) return [];
  const held = known.occurrences.map((each) =>
    Object.assign({ id, cancelledAt: null }, stretchOf(each)),
  );
  return [
    ...held,
    ...known.calledOff.map((each) => Object.assign({ id, cancelledAt: each.at }, stretchOf(each))),
  ];
}

/** How long a time lasts: until its end, the whole day where only that is known, else a minute. */
function stretchOf({ startsAt, endsAt, allDay }: z.infer<typeof time>) {
  const [from, end] = [Date.parse(startsAt), endsAt ? Date.parse(endsAt) : 0];
  const least = from + (allDay ? 86_400_000 : 60_000);
  return { from: startsAt, to: new Date(Math.max(end, least)).toISOString() };
}

async function keepTimes(
  em: EntityManager,
  { source, epoch }: Source,
  times: readonly ToldTime[],
): Promise<void> {
  if (times.length === 0) return;
  await em.execute(
    `insert into opportunity_time (opportunity_id, source, epoch, during, cancelled_at)
     select id, ?, ?, tstzrange("from", "to"), "cancelledAt" from jsonb_to_recordset(?::jsonb)
       as t (id text, "from" timestamptz, "to" timestamptz, "cancelledAt" timestamptz)`,
    [source, epoch, JSON.stringify(times)],
  );
}
