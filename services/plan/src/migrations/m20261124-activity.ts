import { migrationStep } from '@manabi/kit/database';

import { evidence } from './m20261124-evidence.js';

/** SQL of what the plan itself keeps and what stands for measures by it. */
export const ownEvidence = `
  union all
  select distinct d.measure_code, 'PlanMeeting', m.id, m.title ->> 'ja', m.provenance ->> 'department',
      (m.provenance ->> 'sample')::boolean, m.held_at, m.held_at, false
    from meeting_decision d join plan_meeting m on m.id = d.meeting_id
  union all
  select g.measure_code, 'Grant', g.id, g.title ->> 'ja', g.provenance ->> 'department',
      (g.provenance ->> 'sample')::boolean, null, null, false
    from grant_award g where g.measure_code is not null
  union all
  select code, 'CommunityActivity', a.id, a.title ->> 'ja', a.provenance ->> 'department',
      (a.provenance ->> 'sample')::boolean, a.held_on, a.held_on, false
    from community_activity a cross join lateral unnest(a.measure_codes) code`;

/** Meetings with their decisions, grants with their reports, budget lines, and what learners of an area did. */
export const activityTables = migrationStep('m20261124-activity', [
  `create table plan_meeting (
    id text primary key,
    kind text not null,
    title jsonb not null,
    held_at timestamptz not null,
    summary jsonb,
    citizens integer check (citizens >= 0),
    staff integer check (staff >= 0),
    minutes_url text,
    facility_code text,
    provenance jsonb not null
  )`,
  `create index plan_meeting_held on plan_meeting (held_at, id)`,
  `create table meeting_decision (
    id text primary key,
    meeting_id text not null references plan_meeting (id) on delete cascade,
    measure_code text not null references measure (code) on delete cascade,
    number integer not null check (number > 0),
    text jsonb not null,
    state text not null,
    due_on date,
    department_code text,
    unique (meeting_id, number)
  )`,
  `create index meeting_decision_measure on meeting_decision (measure_code)`,
  `create table grant_award (
    id text primary key,
    title jsonb not null,
    program text,
    fiscal_year integer,
    amount_yen integer check (amount_yen >= 0),
    purpose jsonb,
    group_id text,
    measure_code text references measure (code) on delete set null,
    provenance jsonb not null
  )`,
  `create index grant_award_group on grant_award (group_id)`,
  `create index grant_award_measure on grant_award (measure_code)`,
  `create table grant_report (
    id text primary key,
    grant_id text not null references grant_award (id) on delete cascade,
    submitted_on date,
    summary jsonb,
    spent_yen integer check (spent_yen >= 0),
    outcomes jsonb,
    provenance jsonb not null
  )`,
  `create index grant_report_grant on grant_report (grant_id)`,
  `create table budget_line (
    id text primary key,
    title jsonb not null,
    fiscal_year integer not null,
    amount_thousand_yen integer not null check (amount_thousand_yen >= 0),
    measure_code text not null references measure (code) on delete cascade,
    department_code text,
    provenance jsonb not null
  )`,
  `create index budget_line_measure on budget_line (measure_code, fiscal_year)`,
  `create table community_activity (
    id text primary key,
    kind text not null,
    title jsonb not null,
    result jsonb,
    held_on date not null,
    participants integer check (participants >= 0),
    helpers integer check (helpers >= 0),
    district_code text,
    group_id text,
    venue_code text,
    grant_id text references grant_award (id) on delete set null,
    measure_codes text[] not null default '{}',
    provenance jsonb not null
  )`,
  `create index community_activity_district on community_activity (district_code, held_on)`,
  `create index community_activity_group on community_activity (group_id, held_on)`,
  `create index community_activity_grant on community_activity (grant_id)`,
  `create or replace view measure_evidence as ${evidence} ${ownEvidence}`,
]);
