import { migrationStep } from '@manabi/kit/database';
import { followerTable } from '@manabi/kit/feed/feed.follow';

/** What other departments cancelled, as their feeds tell, and which childcare was cancelled with it. */
export const cancellationTables = migrationStep('m20261124-cancellation', [
  followerTable,
  `create table cancelled_opportunity (
    id text primary key,
    source text not null,
    epoch text not null,
    cancelled_at timestamptz not null
  )`,
  `alter table childcare_session add column cancelled_with boolean not null default false`,
  // Childcare that is entered for what was cancelled before is cancelled from the beginning.
  `create function cancel_childcare() returns trigger language plpgsql as $$
    begin
      if new.cancelled_at is null then
        select cancelled_at, true into new.cancelled_at, new.cancelled_with
        from cancelled_opportunity where id = new.opportunity_id;
        new.cancelled_with := coalesce(new.cancelled_with, false);
      end if;
      return new;
    end $$`,
  `create trigger cancel_childcare before insert on childcare_session
    for each row execute function cancel_childcare()`,
]);
