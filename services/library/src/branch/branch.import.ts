import type { DeliveredRow, DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import type { BranchRecord } from '@manabi/kit/import/dataset/library.record';
import { opaqueId } from '@manabi/kit/opaque-id';

import { type ListSetting, keptText, listProvenance } from '../listed/listed.import.js';

/** Where lists of branches go. */
export const branchTarget: DeliveryTarget = {
  table: 'library_branch',
  key: 'id',
  columns: [
    'name',
    'facility_code',
    'phone',
    'url',
    'hours',
    'hours_note',
    'closed_days',
    'pickup_shelf',
    'reading_room',
    'accessible_service',
    'latitude',
    'longitude',
    'provenance',
  ],
};

/** What is known of a branch beside its row. */
export interface BranchSetting extends ListSetting {
  readonly facilityCode: string;
  readonly point: { readonly latitude: number; readonly longitude: number } | null;
  /** The id of the branch that the facility has already. */
  readonly knownId?: string | undefined;
}

/** A row of a list of branches as one that is kept. */
export function deliveredBranch(record: BranchRecord, setting: BranchSetting): DeliveredRow {
  const { key, name, nameKana, hours, closedDays } = record;
  const { facilityCode, point, knownId, dataset } = setting;
  return {
    target: branchTarget,
    key,
    id: knownId ?? opaqueId('library branch', dataset, key),
    values: {
      name: keptText(name, nameKana),
      facility_code: facilityCode,
      phone: record.phone ?? null,
      url: record.url ?? null,
      hours: hours.map(({ weekday, startsAt, endsAt }) => ({
        weekday,
        opensAt: startsAt,
        closesAt: endsAt,
      })),
      hours_note: record.hoursNote ?? null,
      closed_days: closedDays,
      pickup_shelf: record.pickup,
      reading_room: record.readingRoom,
      accessible_service: record.accessible,
      latitude: point?.latitude ?? null,
      longitude: point?.longitude ?? null,
      provenance: listProvenance(setting, record.sample),
    },
  };
}
