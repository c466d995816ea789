import { migrationStep } from '@manabi/kit/database';

/** SQL of what the departments tell that stands for each measure, each thing as often as it is linked or fits a rule. */
export const evidence = `
  select x.measure_code, f.kind, f.opportunity_id as id, f.label, f.department, f.sample,
      f.starts_at, f.ends_at, true as offered
    from measure_match x join opportunity_fact f on f.opportunity_id = x.opportunity_id
    where f.withdrawn_at is null and f.cancelled_at is null
  union all
  select l.measure_code, r.kind, r.record_id, r.label, r.department, r.sample, null, null, false
    from evidence_link l join record_fact r on r.kind = l.kind and r.record_id = l.record_id
    where r.withdrawn_at is null
  union all
  select u.measure_code, r.kind, r.record_id, r.label, r.department, r.sample, null, null, false
    from evidence_rule u join record_fact r on r.kind = u.kind
    where r.withdrawn_at is null
      and (u.word is null or exists (select from unnest(r.words) word where starts_with(word, u.word)))`;

/** What stands for a measure beside opportunities, as the departments tell it. */
export const evidenceTables = migrationStep('m20261124-evidence', [
  `alter table opportunity_fact add column label text`,
  `create table record_fact (
    kind text not null,
    record_id text not null,
    label text,
    words text[] not null,
    department text not null,
    sample boolean not null,
    withdrawn_at timestamptz,
    source text not null,
    epoch text not null,
    primary key (kind, record_id)
  )`,
  `create index record_fact_source on record_fact (source, epoch)`,
  // A link may be told before its record is: it counts from when the record is known.
  `create table evidence_link (
    measure_code text not null references measure (code) on delete cascade,
    kind text not null,
    record_id text not null,
    primary key (measure_code, kind, record_id)
  )`,
  `create index evidence_link_record on evidence_link (kind, record_id)`,
  `create table evidence_rule (
    id text primary key,
    measure_code text not null references measure (code) on delete cascade,
    kind text not null,
    word text
  )`,
  `create index evidence_rule_measure on evidence_rule (measure_code)`,
  `create view measure_evidence as ${evidence}`,
  `alter table measure add column sees jsonb`,
  // What was passed over until now, and names, are read from the beginnings of the feeds.
  `delete from feed_cursor`,
]);
