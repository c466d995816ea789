import { migrationStep } from '@manabi/kit/database';
import { deliveryTables } from '@manabi/kit/delivery/delivery.tables';
import { feedTables, followed } from '@manabi/kit/feed/feed.tables';
import { opportunityTable } from '@manabi/kit/opportunity/opportunity.tables';
import { roomTable } from '@manabi/kit/slot/room.columns';
import { holdTable } from '@manabi/kit/slot/slot.tables';

/** The first tables of the community centres, and their feed. */
export const firstTables = migrationStep('m20261123-first', [
  ...feedTables,
  ...deliveryTables,
  ...opportunityTable('course', [
    `childcare_offered text not null default 'UNKNOWN'`,
    `instructor_ids text[] not null default '{}'`,
  ]),
  `create index course_instructor on course using gin (instructor_ids)`,
  `create table session (
    id text primary key,
    course_id text not null references course (id) on delete cascade,
    room_id text,
    starts_at timestamptz not null,
    ends_at timestamptz check (ends_at >= starts_at),
    all_day boolean not null default false,
    topic text,
    cancelled_at timestamptz
  )`,
  `create index session_course on session (course_id, starts_at)`,
  `create index session_room on session (room_id, starts_at)`,
  ...roomTable('study_room', ['purpose text', `equipment text[] not null default '{}'`]),
  ...holdTable('slot_hold', 'study_room'),
  ...followed('course', 'Course'),
  ...followed('session', 'Course', 'course_id'),
]);
