import { migrationStep } from '@manabi/kit/database';

/** SQL that is true of a fact `f` and a rule `r` that says nothing of subjects which do not fit. */
const fits = `(r.kind is null or r.kind = f.kind) and (r.audience is null or r.audience = any (f.audiences))
      and (r.department is null or r.department = f.department)
      and (r.words is null or exists (select from unnest(r.words) word
        where strpos(normalize(coalesce(f.label, ''), nfkc), word) > 0))`;

/** SQL for the matches of the facts in `facts`, of those measures whose code fits `measures`; see the first tables. */
const matches = (facts: string, measures: string): string => `
  select l.measure_code, f.opportunity_id
    from ${facts} f join measure_link l on l.opportunity_id = f.opportunity_id
    where l.measure_code ${measures}
  union
  select r.measure_code, f.opportunity_id
    from ${facts} f cross join lateral jsonb_to_recordset(f.subject_keys) as key(scheme text, code text)
    join measure_rule r on r.subject_scheme = key.scheme and starts_with(key.code, r.subject_prefix)
    where ${fits} and r.measure_code ${measures}
  union
  select r.measure_code, f.opportunity_id
    from ${facts} f join measure_rule r on r.subject_scheme is null
    where ${fits} and r.measure_code ${measures}`;

const rematchFunction = (name: string, changed: string, found: string): string =>
  `create or replace function ${name}() returns trigger language plpgsql as $$
    begin
      delete from measure_match where ${changed};
      insert into measure_match (measure_code, opportunity_id) ${found} on conflict do nothing;
      return null;
    end $$`;

/** Rules also ask for a department, or for a word in the name of what is offered. */
export const ruleTables = migrationStep('m20261126-rules', [
  `alter table measure_rule add column department text, add column words text[] check (cardinality(words) > 0)`,
  `alter table measure_rule drop constraint measure_rule_check`,
  `alter table measure_rule add check (num_nonnulls(kind, subject_scheme, audience, department, words) > 0)`,
  rematchFunction(
    'rematch_facts',
    'opportunity_id in (select opportunity_id from changed)',
    matches('changed', 'is not null'),
  ),
  rematchFunction(
    'rematch_measures',
    'measure_code in (select measure_code from changed)',
    matches('opportunity_fact', 'in (select measure_code from changed)'),
  ),
]);
