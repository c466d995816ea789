import type { BranchServiceRecord } from '@manabi/kit/import/dataset/library.record';
import { deliveredBranchService } from '@manabi/library/branch-service/branch-service.import';

import type { OpenRoute } from './list-route.js';
import { openRegister } from './registers.js';
import { branchUnknown } from './row-unknown.js';
import { setRowAside } from './set-aside.js';

/** Says for each row of services which branch it is about. A branch that nobody knows, or the same service twice, is set aside. */
export const branchServiceRows: OpenRoute<BranchServiceRecord> = async (places, setting) => {
  const em = places.em('library');
  const branches = await openRegister(em, 'branch');
  const services = await em.execute<{ id: string; branch: string; kind: string }[]>(
    `select id, branch_id as branch, kind from branch_service`,
  );
  const known = new Map(services.map(({ id, branch, kind }) => [`${branch} ${kind}`, id]));
  const first = new Map<string, number>();
  const { dataset, asOf, request, file } = setting;
  return (outcome, record) => {
    const branchId = branches.idOf(record.branch);
    if (branchId === null) return branchUnknown(setting, outcome, record.branch);
    const key = `${branchId} ${record.service}`;
    const before = first.get(key);
    if (before !== undefined)
      return setRowAside(file, outcome, {
        column: 'サービスの種類',
        value: record.branch,
        code: 'SERVICE_REPEATED',
        message: `同じ図書館の同じサービスが${before}行目にあります。`,
        remedy: '一つの図書館には一つの種類を一行だけ書いてください。',
      });
    first.set(key, record.row);
    const row = deliveredBranchService(record, {
      dataset,
      asOf,
      branchId,
      knownId: known.get(key),
      ...(request.licence && { licence: request.licence }),
    });
    return { outcome, rows: [{ service: 'library', row }] };
  };
};
