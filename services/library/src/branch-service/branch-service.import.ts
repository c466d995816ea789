import type { DeliveredRow, DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import type { BranchServiceRecord } from '@manabi/kit/import/dataset/library.record';
import { opaqueId } from '@manabi/kit/opaque-id';

import { type ListSetting, keptText, listProvenance } from '../listed/listed.import.js';

/** Where lists of services for readers who cannot come or cannot read print go. */
export const branchServiceTarget: DeliveryTarget = {
  table: 'branch_service',
  key: 'id',
  columns: [
    'branch_id',
    'kind',
    'offered',
    'for_whom',
    'how_to_use',
    'booking',
    'fee_yen',
    'provenance',
  ],
};

/** A row of such a list as one that is kept; `knownId` is that of the branch's service of this kind. */
export function deliveredBranchService(
  record: BranchServiceRecord,
  setting: ListSetting & { readonly branchId: string; readonly knownId?: string | undefined },
): DeliveredRow {
  const { key, service, offered, forWhom, howToUse, booking, fee } = record;
  const { branchId, knownId } = setting;
  return {
    target: branchServiceTarget,
    key,
    id: knownId ?? opaqueId('branch service', branchId, service),
    values: {
      branch_id: branchId,
      kind: service,
      offered,
      for_whom: keptText(forWhom),
      how_to_use: keptText(howToUse),
      booking,
      fee_yen: fee ?? null,
      provenance: listProvenance(setting, record.sample),
    },
  };
}
