import type { DeliveredRow, DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import type { CopyRecord } from '@manabi/kit/import/dataset/library.record';
import { opaqueId } from '@manabi/kit/opaque-id';
import { momentInJapan } from '@manabi/kit/opportunity/event-times';

/** Where lists of copies go. */
export const copyTarget: DeliveryTarget = {
  table: 'holding',
  key: 'id',
  columns: ['bib_id', 'branch_id', 'status', 'due_on', 'call_number', 'checked_at'],
};

/** What is known of a copy beside its row. */
export interface CopySetting {
  readonly dataset: string;
  readonly bibId: string;
  readonly branchId: string;
  /** The day for which the whole file says how things stand, if it says one. */
  readonly checkedOn?: string | undefined;
}

/** A row of a list of copies as one that is kept. */
export function deliveredCopy(record: CopyRecord, setting: CopySetting): DeliveredRow {
  const checked = record.checkedOn ?? setting.checkedOn;
  return {
    target: copyTarget,
    key: record.key,
    id: opaqueId('copy', setting.dataset, record.key),
    values: {
      bib_id: setting.bibId,
      branch_id: setting.branchId,
      status: record.status,
      due_on: record.dueOn ?? null,
      call_number: record.callNumber ?? null,
      checked_at: checked ? momentInJapan(checked).toISOString() : null,
    },
  };
}
