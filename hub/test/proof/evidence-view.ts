// A table: what stands for each measure, written anew from the rules and over the owners' tables, not from our code.

const offer = `select type as kind, id, title ->> 'ja' as label, provenance ->> 'department' as department,
    (provenance ->> 'sample')::boolean as sample, starts_at, ends_at, audiences, subject_keys, true as offered, '{}'::text[] as words
  from every_offer where withdrawn_at is null and cancelled_at is null`;

const record = (
  kind: string,
  given: { table: string; key?: string; label?: string; words: string },
) =>
  `select '${kind}', ${given.key ?? 'id'}, ${given.label ?? `name ->> 'ja'`}, provenance ->> 'department',
    (provenance ->> 'sample')::boolean, null, null, null, null, false, ${given.words}
  from ${given.table} where withdrawn_at is null`;

const subjects = `(select coalesce(array_agg((key ->> 'scheme') || ':' || (key ->> 'code')), '{}')
  from jsonb_array_elements(subject_keys) key)`;

/** Kinds of which the view below knows; departments may tell more. */
export const knownKinds: ReadonlySet<string> = new Set([
  'Course',
  'SportsClass',
  'CareProgram',
  'LibraryProgram',
  'ExternalOffering',
  'Desk',
  'Person',
  'Group',
  'Facility',
  'PlanMeeting',
  'Grant',
  'CommunityActivity',
]);

const things = [
  offer,
  record('Desk', { table: 'center.desk', words: subjects }),
  record('Person', {
    table: 'center.person',
    label: 'null',
    words: `${subjects} || array['role:' || role]`,
  }),
  record('Group', { table: 'center.learning_group', words: subjects }),
  record('Facility', { table: 'center.facility', key: 'code', words: `array['type:' || type]` }),
].join(' union all ');

/** What the plan itself keeps, with the measure that each names. */
const own = (kind: string, given: { from: string; measure: string; at: string }) =>
  `select ${given.measure}, '${kind}', x.id, x.title ->> 'ja', x.provenance ->> 'department',
    (x.provenance ->> 'sample')::boolean, ${given.at}, ${given.at}, null, null, false, '{}'::text[] from ${given.from}`;

const ownThings = [
  own('PlanMeeting', {
    from: 'plan.plan_meeting x join plan.meeting_decision d on d.meeting_id = x.id',
    measure: 'd.measure_code',
    at: 'x.held_at',
  }),
  own('Grant', { from: 'plan.grant_award x', measure: 'x.measure_code', at: 'null::timestamptz' }),
  own('CommunityActivity', {
    from: 'plan.community_activity x cross join unnest(x.measure_codes) m',
    measure: 'm',
    at: 'x.held_on',
  }),
].join(' union ');

/** Rows of `measure_thing`: one for each measure and each thing that stands for it. */
export const evidenceViews: readonly string[] = [
  `create view thing as ${things}`,
  `create view measure_thing as
    select l.measure_code, t.* from plan.measure_link l join thing t on t.id = l.opportunity_id and t.offered
    union
    select l.measure_code, t.* from plan.evidence_link l join thing t on t.kind = l.kind and t.id = l.record_id
    union
    select r.measure_code, t.* from plan.evidence_rule r join thing t on t.kind = r.kind
      where r.word is null or exists (select from unnest(t.words) w where w like r.word || '%')
    union ${ownThings}`,
];
