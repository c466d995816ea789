import type { BranchRecord } from '@manabi/kit/import/dataset/library.record';
import { deliveredBranch } from '@manabi/library/branch/branch.import';

import { FacilityNames } from './facility-names.js';
import type { OpenRoute } from './list-route.js';
import { facilityUnknown } from './row-unknown.js';
import { setRowAside } from './set-aside.js';

/** Says for each row of a list of branches which facility it is in. One that nobody knows, or that has another branch, is set aside. */
export const branchRows: OpenRoute<BranchRecord> = async (places, setting) => {
  const facilities = await FacilityNames.open(places.em('center'));
  const branches = await places
    .em('library')
    .execute<{ id: string; code: string }[]>(
      `select id, facility_code as code from library_branch`,
    );
  const known = new Map(branches.map(({ id, code }) => [code, id]));
  const first = new Map<string, number>();
  const { dataset, asOf, request, file } = setting;
  return (outcome, record) => {
    const facility = facilities.named(record.facility);
    if (!facility) return facilityUnknown(setting, outcome, record.facility);
    const before = first.get(facility.id);
    if (before !== undefined)
      return setRowAside(file, outcome, {
        column: '施設',
        value: record.facility,
        code: 'BRANCH_REPEATED',
        message: `同じ施設の図書館が${before}行目にあります。`,
        remedy: '一つの施設には一つの図書館だけを書いてください。',
      });
    first.set(facility.id, record.row);
    const row = deliveredBranch(record, {
      dataset,
      asOf,
      facilityCode: facility.id,
      point: facility.point,
      knownId: known.get(facility.id),
      ...(request.licence && { licence: request.licence }),
    });
    return { outcome, rows: [{ service: 'library', row }] };
  };
};
