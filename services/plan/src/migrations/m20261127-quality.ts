import { migrationStep } from '@manabi/kit/database';

/** Whoever changes counts waits for whoever does until that commits. */
const turn = `perform pg_advisory_xact_lock(hashtext('offer_count'))`;

/** SQL that adds to `told_count` what came (+1) and went (-1). */
const addingTold = (rows: string): string => `
  insert into told_count (department, sample, as_of, overdue_since, records)
  select department, sample, as_of, overdue_since, sum(sign) from (${rows}) f
    where withdrawn_at is null group by 1, 2, 3, 4 having sum(sign) <> 0
  on conflict (department, sample, as_of, overdue_since)
    do update set records = told_count.records + excluded.records`;

const signed = (table: string, sign: '1' | '-1'): string =>
  `select department, sample, as_of, overdue_since, withdrawn_at, ${sign} as sign from ${table}`;

/** SQL that finds anew, of the facts in `facts`, who says the same as another: name, start and venue. */
const doubling = (facts: string): string => `
  insert into doubled_offer (opportunity_id, name, department, sample, as_of)
  select opportunity_id, name, department, sample, as_of from (
    select f.opportunity_id, f.department, f.sample, f.as_of, offer_name(f.label, f.starts_at, f.venue_code) as name,
      count(*) over (partition by offer_name(f.label, f.starts_at, f.venue_code)) as alike
    from ${facts} where f.withdrawn_at is null and f.label is not null
  ) f where alike > 1`;

const touched = (...tables: string[]): string =>
  tables
    .map(
      (table) => `select distinct offer_name(label, starts_at, venue_code) as name
        from ${table} where withdrawn_at is null and label is not null`,
    )
    .join(' union ');

const changed = (rows: string, names: string): string => `
  ${addingTold(rows)};
  delete from doubled_offer d using (${names}) t where d.name = t.name;
  ${doubling(`(${names}) t join opportunity_fact f on offer_name(f.label, f.starts_at, f.venue_code) = t.name`)};`;

const [came, went] = [signed('came', '1'), signed('went', '-1')];

const countQuality = `create function offer_count_quality() returns trigger language plpgsql as $$
  begin
    ${turn};
    if tg_op = 'INSERT' then ${changed(came, touched('came'))}
    elsif tg_op = 'DELETE' then ${changed(went, touched('went'))}
    else ${changed(`${came} union all ${went}`, touched('came', 'went'))}
    end if;
    return null;
  end $$`;

const watch = (event: string, rows: string): string =>
  `create trigger opportunity_fact_quality_${event} after ${event} on opportunity_fact referencing ${rows}
    for each statement execute function offer_count_quality()`;

/** How many records each department told and when, and which of them say the same as another, kept beside the facts. */
export const qualityCounts = migrationStep('m20261127-quality', [
  `create table told_count (
    department text not null,
    sample boolean not null,
    as_of timestamptz,
    overdue_since timestamptz,
    records integer not null,
    unique nulls not distinct (department, sample, as_of, overdue_since)
  ) with (fillfactor = 70)`,
  `create table doubled_offer (
    opportunity_id text primary key,
    name uuid not null,
    department text not null,
    sample boolean not null,
    as_of timestamptz
  )`,
  `create index doubled_offer_name on doubled_offer (name)`,
  // What has a name, a start and a venue in common with another, as a short key.
  `create function offer_name(label text, starts_at timestamptz, venue_code text) returns uuid language sql immutable as $$
    select md5(label || chr(31) || coalesce(extract(epoch from starts_at)::text, '') || chr(31)
      || coalesce(venue_code, chr(31)))::uuid $$`,
  `create index opportunity_fact_alike on opportunity_fact (offer_name(label, starts_at, venue_code))
    where withdrawn_at is null and label is not null`,
  countQuality,
  watch('insert', 'new table as came'),
  watch('update', 'new table as came old table as went'),
  watch('delete', 'old table as went'),
  `set local work_mem = '64MB'`,
  addingTold(signed('opportunity_fact', '1')),
  doubling('opportunity_fact f'),
  'analyze told_count, doubled_offer',
]);
