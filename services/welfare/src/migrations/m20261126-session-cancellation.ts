import { migrationStep } from '@manabi/kit/database';

/**
 * Times of what other departments offer, where one of them was called off alone: childcare at such a time is cancelled
 * unless it also goes with a time that stands.
 */
export const sessionCancellations = migrationStep('m20261126-session-cancellation', [
  `create table opportunity_time (
    opportunity_id text not null,
    source text not null,
    epoch text not null,
    during tstzrange not null,
    cancelled_at timestamptz
  )`,
  `create index opportunity_time_opportunity on opportunity_time (opportunity_id)`,
  `create function childcare_cancelled_at(childcare childcare_session) returns timestamptz language sql stable as $$
    select coalesce(
      (select cancelled_at from cancelled_opportunity where id = childcare.opportunity_id),
      (select max(off.cancelled_at) from opportunity_time off
        where off.opportunity_id = childcare.opportunity_id and off.cancelled_at is not null
          and off.during && tstzrange(childcare.starts_at, childcare.ends_at)
          and not exists (select from opportunity_time held
            where held.opportunity_id = childcare.opportunity_id and held.cancelled_at is null
              and held.during && tstzrange(childcare.starts_at, childcare.ends_at))))
  $$`,
  `create or replace function cancel_childcare() returns trigger language plpgsql as $$
    begin
      if new.cancelled_at is null then
        new.cancelled_at := childcare_cancelled_at(new);
        new.cancelled_with := new.cancelled_at is not null;
      end if;
      return new;
    end $$`,
]);
