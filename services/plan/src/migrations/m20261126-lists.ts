import { migrationStep } from '@manabi/kit/database';
import { deliveredTable } from '@manabi/kit/delivery/delivered-table';

import { evidence } from './m20261124-evidence.js';
import { said } from './m20261124-feedback.js';

const tables = [
  'plan_meeting',
  'meeting_decision',
  'grant_award',
  'grant_report',
  'budget_line',
  'community_activity',
];

/** SQL of what the plan itself keeps and what stands for measures by it, without what was withdrawn. */
const standingEvidence = `
  union all
  select distinct d.measure_code, 'PlanMeeting', m.id, m.title ->> 'ja', m.provenance ->> 'department',
      (m.provenance ->> 'sample')::boolean, m.held_at, m.held_at, false
    from meeting_decision d join plan_meeting m on m.id = d.meeting_id
    where d.withdrawn_at is null and m.withdrawn_at is null
  union all
  select g.measure_code, 'Grant', g.id, g.title ->> 'ja', g.provenance ->> 'department',
      (g.provenance ->> 'sample')::boolean, null, null, false
    from grant_award g where g.measure_code is not null and g.withdrawn_at is null
  union all
  select code, 'CommunityActivity', a.id, a.title ->> 'ja', a.provenance ->> 'department',
      (a.provenance ->> 'sample')::boolean, a.held_on, a.held_on, false
    from community_activity a cross join lateral unnest(a.measure_codes) code
    where a.withdrawn_at is null`;

/** Lists of meetings, grants, budget lines and activities fill their tables; what a list no longer names stands for nothing. */
export const listTables = migrationStep('m20261126-lists', [
  ...tables.flatMap((table) => deliveredTable(table, { ends: false })),
  // A list may number the decisions of a meeting anew: they are told apart by their ids.
  `alter table meeting_decision drop constraint meeting_decision_meeting_id_number_key`,
  `create or replace view measure_evidence as ${evidence} ${standingEvidence} ${said}`,
]);
