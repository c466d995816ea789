import { migrationStep } from '@manabi/kit/database';

/** Which circles belong to which community clubs. */
export const memberships = migrationStep('m20261124-memberships', [
  `create table club_membership (
    id text primary key,
    club_id text not null references community_club (id) on delete cascade,
    group_id text not null,
    unique (club_id, group_id)
  )`,
  `create index club_membership_group on club_membership (group_id)`,
]);
