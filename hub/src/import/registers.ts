// A table: the registers that rows of files name entries of.
import type { EntityManager } from '@mikro-orm/postgresql';

import { NamedEntries } from './named-entries.js';

/** SQL for the number under which a row's own list names it. */
const ownNumber = `substring(source_key from '#(.*)$')`;

const ofCenter = (table: string): string =>
  `select code as id, array[name ->> 'ja'] as words from ${table}`;

/** The SQL that gives the entries of each register of one database, with the words in which files name them. */
const registers = {
  district: ofCenter('school_district'),
  department: ofCenter('department'),
  block: ofCenter('area'),
  group: `select id, array[name ->> 'ja', ${ownNumber}] as words from learning_group where withdrawn_at is null`,
  property: `select code as id, array[name ->> 'ja', ${ownNumber}] as words from cultural_property
    where withdrawn_at is null`,
  grant: `select id, array[title ->> 'ja', ${ownNumber}] as words from grant_award where withdrawn_at is null`,
  meeting: `select id, array[title ->> 'ja', ${ownNumber}] as words from plan_meeting where withdrawn_at is null`,
  measure: `select code as id, array[code] as words from measure where level = 'MEASURE'`,
  branch: `select id, array[name ->> 'ja', facility_code] as words from library_branch where withdrawn_at is null`,
} as const;

/** The registers that are known by their names alone. */
export type RegisterName = keyof typeof registers;

/** Reads a register from the database that keeps it. */
export const openRegister = (em: EntityManager, name: RegisterName): Promise<NamedEntries> =>
  NamedEntries.open(em, registers[name]);
