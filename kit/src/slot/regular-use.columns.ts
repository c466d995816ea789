import 'reflect-metadata';
import { PrimaryKey } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType } from 'type-graphql';

import { Clock, Kept, Value, Whole, Wholes } from '../column.js';
import { Provenance } from '../value/provenance.js';

/** A group's regular use of a room or court; its table is that of `regularUseTable`. */
@ObjectType()
export abstract class RegularUseColumns {
  @PrimaryKey<object>({ type: 'string', columnType: 'text' }) id!: string;
  @Kept('text', { required: true }) roomId!: string;
  @Kept('text', { required: true }) groupId!: string;
  @Whole('Day of the week, 1 Monday to 7 Sunday (曜日).', {
    min: 1,
    max: 7,
    required: true,
    public: true,
  })
  weekday!: number;
  @Directive('@listSize(assumedSize: 5)')
  @Wholes('Which such days of a month, from 1 (第何週).', {
    min: 1,
    max: 5,
    required: true,
    public: true,
  })
  weeks!: number[];
  @Clock('Start in Japan, HH:MM (開始時刻).', { required: true, public: true }) startsAt!: string;
  @Clock('End in Japan, HH:MM (終了時刻).', { required: true, public: true }) endsAt!: string;
  @Value(() => Provenance, 'Where it comes from (出典).', { required: true, public: true })
  provenance!: Provenance;
  @Kept('timestamptz') withdrawnAt?: Date | null;
  @Kept('text') sourceKey?: string | null;
  @Kept('text') sourceHash?: string | null;
}

/** SQL for the table of regular uses of rooms, and for where rooms stand: a copy, to find others nearby. */
export function regularUseTable(rooms: string): readonly string[] {
  return [
    `alter table ${rooms} add column latitude double precision, add column longitude double precision`,
    `create table regular_use (
      id text primary key,
      room_id text not null references ${rooms} (id) on delete cascade,
      group_id text not null,
      weekday integer not null check (weekday between 1 and 7),
      weeks integer[] not null,
      starts_at text not null,
      ends_at text not null check (ends_at > starts_at),
      provenance jsonb not null
    )`,
    `create index regular_use_room on regular_use (room_id)`,
    `create index regular_use_group on regular_use (group_id)`,
  ];
}
