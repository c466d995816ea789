import { migrationStep } from '@manabi/kit/database';
import { deliveredTable } from '@manabi/kit/delivery/delivered-table';
import { followedFromNow } from '@manabi/kit/feed/feed.tables';

/** Lists of schools and programmes fill their registers; a list of school districts says which blocks lie in each. */
export const listTables = migrationStep('m20261126-lists', [
  ...['school_unit', 'site_visit', 'experience_program'].flatMap((table) =>
    deliveredTable(table, { ends: true }),
  ),
  ...['school_district', 'experience_session'].flatMap((table) =>
    deliveredTable(table, { ends: false }),
  ),
  // Null where a district is kept without saying which blocks lie in it: then nothing is said of any block.
  `alter table school_district add column area_codes text[]`,
  `create function put_areas_into_district() returns trigger language plpgsql as $$
    begin
      update area set school_district_code = null
        where school_district_code = new.code
          and (new.withdrawn_at is not null or not (code = any (new.area_codes)));
      update area set school_district_code = new.code
        where new.withdrawn_at is null and code = any (new.area_codes)
          and school_district_code is distinct from new.code;
      return null;
    end $$`,
  `create trigger district_areas after insert or update on school_district
    for each row when (new.area_codes is not null) execute function put_areas_into_district()`,
  ...followedFromNow('school_district', 'SchoolDistrict', 'code'),
]);
