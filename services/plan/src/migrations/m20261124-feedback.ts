import { migrationStep } from '@manabi/kit/database';

import { ownEvidence } from './m20261124-activity.js';
import { evidence } from './m20261124-evidence.js';

/** SQL of what learners said: it stands for a measure where a rule says so and what it is about carries that out. */
export const said = `
  union all
  select u.measure_code, 'Feedback', s.id, s.answer ->> 'ja', s.department_code,
      (s.provenance ->> 'sample')::boolean, s.answered_at, s.answered_at, false
    from evidence_rule u
    join measure_match x on x.measure_code = u.measure_code
    join feedback s on s.about = 'OPPORTUNITY' and s.about_id = x.opportunity_id
    where u.kind = 'Feedback'`;

/** What learners said and providers answered; nobody is kept who said it. */
export const feedbackTables = migrationStep('m20261124-feedback', [
  `create table feedback (
    id text primary key,
    about text not null,
    about_id text not null,
    rating integer not null check (rating between 1 and 5),
    liked text,
    wished text,
    given_on date not null,
    department_code text,
    answer jsonb,
    changed jsonb,
    answered_at timestamptz,
    provenance jsonb not null,
    check ((answer is null) = (answered_at is null))
  )`,
  `create index feedback_about on feedback (about, about_id)`,
  `create index feedback_waiting on feedback (department_code, given_on, id) where answered_at is null`,
  `create or replace view measure_evidence as ${evidence} ${ownEvidence} ${said}`,
]);
