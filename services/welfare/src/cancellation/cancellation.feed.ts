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

/** Following what is cancelled: childcare at it is cancelled too, and stands again when it does. */
export const cancellationFollows: readonly Follows[] = sources.map((source) => ({
  source,
  apply: (em, items, epoch) => takeIn(em, { source, epoch }, items),
  sweep: async (em, epoch) => {
    await em.execute('delete from cancelled_opportunity where source = ? and epoch <> ?', [
      source,
      epoch,
    ]);
  },
}));

const told = z.object({ cancelledAt: z.iso.datetime({ offset: true }).nullish() });

async function takeIn(
  em: EntityManager,
  { source, epoch }: { source: string; epoch: string },
  items: readonly FeedItem[],
): Promise<void> {
  const last = new Map(items.filter(({ kind }) => kinds.has(kind)).map((item) => [item.id, item]));
  const cancelled = [...last.values()].flatMap(cancellationOf);
  const off = new Set(cancelled.map(({ id }) => id));
  const on = [...last.keys()].filter((id) => !off.has(id));
  await em.execute(
    `with gone as (delete from cancelled_opportunity where id = any(array[?]::text[]))
     update childcare_session set cancelled_at = null, cancelled_with = false
     where cancelled_with and opportunity_id = any(array[?]::text[])`,
    [on, on],
  );
  if (cancelled.length === 0) return;
  const rows = JSON.stringify(cancelled);
  await em.execute(
    `insert into cancelled_opportunity (id, source, epoch, cancelled_at)
     select id, ?, ?, "cancelledAt" from jsonb_to_recordset(?::jsonb) as c (id text, "cancelledAt" timestamptz)
     on conflict (id) do update set source = excluded.source, epoch = excluded.epoch, cancelled_at = excluded.cancelled_at`,
    [source, epoch, rows],
  );
  await em.execute(
    `update childcare_session s set cancelled_at = c."cancelledAt", cancelled_with = true
     from jsonb_to_recordset(?::jsonb) as c (id text, "cancelledAt" timestamptz)
     where s.opportunity_id = c.id and s.cancelled_at is null`,
    [rows],
  );
}

/** What was deleted takes place no more either; when it went nobody tells, so it counts from now. */
function cancellationOf({ id, state, data }: FeedItem): { id: string; cancelledAt: string }[] {
  if (state === 'deleted') return [{ id, cancelledAt: new Date().toISOString() }];
  const cancelledAt = told.safeParse(data).data?.cancelledAt;
  return cancelledAt ? [{ id, cancelledAt }] : [];
}
