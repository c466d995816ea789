import type { EntityManager } from '@mikro-orm/postgresql';
import { ZodError } from 'zod';

/** Why an item of a feed was set aside. */
export interface Fault {
  readonly id: string;
  readonly message: string;
}

/** Says what is wrong with an item: which fields, never what they hold. */
export function faultOf(id: string, error: unknown): Fault {
  if (error instanceof ZodError) {
    const fields = error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    return { id, message: fields.join('; ').slice(0, 1_000) };
  }
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
  return { id, message: `A value is outside what the index can hold${code}.` };
}

/** Remembers what was set aside of a source: one line each, until the item can be read. */
export async function recordFaults(
  em: EntityManager,
  source: string,
  faults: readonly Fault[],
): Promise<void> {
  if (faults.length === 0) return;
  await em.execute(
    `insert into index_fault (source, id, message, at)
     select ?, id, message, now() from jsonb_to_recordset(?::jsonb) as item (id text, message text)
     on conflict (source, id) do update set message = excluded.message, at = excluded.at`,
    [source, JSON.stringify(faults)],
    'run',
  );
}

/** Forgets what was set aside of a source once these ids were read. */
export async function forgetFaults(
  em: EntityManager,
  source: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length > 0)
    await em.execute(
      'delete from index_fault where source = ? and id = any(array[?]::text[])',
      [source, ids],
      'run',
    );
}
