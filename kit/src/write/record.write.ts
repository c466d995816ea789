import type { Constructor } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

import type { Context } from '../context.js';
import type { ChangedMeanwhile, RecordUnknown } from './refusal.js';
import { changedMeanwhile, recordUnknown } from './refusal.words.js';
import { changesSince, revisionOf } from './revision.repository.js';
import { Written } from './write-once.js';

/** A record that a service keeps under an id of its own. */
interface Kept {
  readonly id: string;
}

/** What is written down of a change beside the fields. */
export interface Act {
  /** The mutation's name. */
  readonly verb: string;
  /** The department's reason; none for residents. */
  readonly reason?: string;
  readonly caller: Context['caller'];
  /** Fields whose values are not kept in the record of changes, e.g. how to reach a person. */
  readonly unsaid?: readonly string[];
}

/** A record to be changed, as its editor saw it. */
export interface Edit<Row extends Kept> {
  readonly type: Constructor<Row>;
  readonly id: string;
  readonly revision: number;
  /** The column that holds the id, where it is called otherwise. */
  readonly key?: keyof Row & string;
}

/** New values of fields; one that is not said stays as it is. */
export type NewValues<Row> = { readonly [Name in keyof Row]?: Row[Name] | undefined };

/** Adds a record, with what is written down of it; within `writeOnce`. */
export async function addRecord(em: EntityManager, row: Kept, act: Act): Promise<Written> {
  em.persist(row);
  await em.flush();
  await writeDown(em, { kind: row.constructor.name, id: row.id, revision: 1, fields: {} }, act);
  return new Written(row.id);
}

/**
 * Changes fields of a record unless somebody did since its editor read it; within `writeOnce`. `decide` sees the record
 * locked and gives the new values, or an object with `__typename`, which refuses. Fields that stay as they are leave no
 * trace, and when all do the revision stays.
 */
export async function changeRecord<
  Row extends Kept,
  Decided extends NewValues<Row> | { readonly __typename: string },
>(
  em: EntityManager,
  { type, id, revision, key = 'id' }: Edit<Row>,
  { act, decide }: { readonly act: Act; readonly decide: (row: Row) => Decided | Promise<Decided> },
): Promise<Written | RecordUnknown | ChangedMeanwhile | RefusalIn<Decided>> {
  const kind = type.name;
  // A record has no row of its own among the changes before the first: editors take turns by its name.
  await em.execute(`select pg_advisory_xact_lock(hashtext(?), hashtext(?))`, [kind, id]);
  // What is found of a generic type is loaded as far as the type goes.
  const row = (await em.findOne(type, { [key]: id })) as Row | null;
  if (!row) return recordUnknown();
  const at = await revisionOf(em, kind, id);
  if (at !== revision) return changedMeanwhile(at, await changesSince(em, { kind, id, revision }));
  const decided = await decide(row);
  if (isRefusal(decided)) return decided;
  const fields = assign(row, decided, act.unsaid ?? []);
  if (Object.keys(fields).length === 0) return new Written(id);
  await em.flush();
  await writeDown(em, { kind, id, revision: at + 1, fields }, act);
  return new Written(id);
}

type RefusalIn<Decided> = Extract<Decided, { readonly __typename: string }>;

const isRefusal = <Decided extends object>(decided: Decided): decided is RefusalIn<Decided> =>
  '__typename' in decided;

type Fields = Record<string, readonly [before: unknown, after: unknown] | null>;

/** Gives the row its new values and tells which differ, as before and after; null for values that are not kept. */
function assign(row: object, values: object, unsaid: readonly string[]): Fields {
  const fields: Fields = {};
  const said = Object.entries(values).filter(([, value]) => value !== undefined);
  const before = new Map(Object.entries(row));
  for (const [name, after] of said) {
    const was: unknown = before.get(name) ?? null;
    if (JSON.stringify(was) === JSON.stringify(after)) continue;
    fields[name] = unsaid.includes(name) ? null : [was, after];
  }
  Object.assign(row, Object.fromEntries(said));
  return fields;
}

interface Note {
  readonly kind: string;
  readonly id: string;
  readonly revision: number;
  readonly fields: Fields;
}

async function writeDown(em: EntityManager, note: Note, act: Act): Promise<void> {
  await em.execute(
    `insert into record_change (kind, id, revision, verb, system, reason, fields)
     values (?, ?, ?, ?, ?, ?, ?::jsonb)`,
    [
      note.kind,
      note.id,
      note.revision,
      act.verb,
      act.caller.client ?? null,
      act.reason ?? null,
      JSON.stringify(note.fields),
    ],
  );
}
