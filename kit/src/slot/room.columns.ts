import 'reflect-metadata';
import { Directive, ObjectType } from 'type-graphql';

import { Kept, Key, Moment, Text, Texts, Value, Values, Whole } from '../column.js';
import { LocalText } from '../value/local-text.js';
import { Provenance } from '../value/provenance.js';
import { Band } from './band.js';

/** What every room or court says that is let by the slot; its table is that of `roomTable`. */
@ObjectType()
export abstract class RoomColumns {
  @Key('Opaque and stable (識別子).') id!: string;
  @Kept('text', { required: true }) facilityCode!: string;
  @Value(() => LocalText, 'Its name (名称).', { required: true, public: true }) name!: LocalText;
  @Directive('@listSize(assumedSize: 3)')
  @Texts('Other names (別名).', { required: true, public: true })
  aliases: string[] = [];
  @Text('Floor (階).', { public: true }) floor?: string | null;
  @Whole('People it holds (定員).', { min: 0, public: true }) capacity?: number | null;
  @Directive('@listSize(assumedSize: 4)')
  @Values(() => Band, 'Parts of the day in which it is let (利用区分).', {
    required: true,
    public: true,
  })
  bands!: Band[];
  @Directive('@listSize(assumedSize: 5)')
  @Texts('What stands in it, e.g. a piano (設備・備品).', { required: true, public: true })
  equipment: string[] = [];
  /** Where it stands: a copy of what the register of facilities says, to find others nearby. */
  @Kept('double precision') latitude?: number | null;
  @Kept('double precision') longitude?: number | null;
  @Value(() => Provenance, 'Where it comes from (出典).', { required: true, public: true })
  provenance!: Provenance;
  @Moment('When the department withdrew it (貸出終了日時).', { public: true })
  withdrawnAt?: Date | null;
  /** Data set and key under which a file names it; empty for what was entered here. */
  @Kept('text') sourceKey?: string | null;
  /** Tells whether the file's row changed since it was last read. */
  @Kept('text') sourceHash?: string | null;
}

/** SQL for a table with the columns that all rooms share, and `more` of its own. */
export function roomTable(table: string, more: readonly string[] = []): readonly string[] {
  const columns = [
    'id text primary key',
    'facility_code text not null',
    'name jsonb not null',
    `aliases text[] not null default '{}'`,
    'floor text',
    'capacity integer check (capacity >= 0)',
    'bands jsonb not null',
    'provenance jsonb not null',
    ...more,
  ];
  return [
    `create table ${table} (${columns.join(', ')})`,
    `create index ${table}_facility on ${table} (facility_code, id)`,
  ];
}
