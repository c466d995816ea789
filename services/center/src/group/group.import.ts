import type { DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import type { GroupRecord } from '@manabi/kit/import/dataset/entry.record';

/** Where rows of the common entry form for groups go. */
export const groupTarget: DeliveryTarget = {
  table: 'learning_group',
  key: 'id',
  columns: [
    'name',
    'summary',
    'members',
    'monthly_fee_yen',
    'accepts_beginners',
    'venue_code',
    'email',
    'phone',
    'confirmed_at',
    'subject_keys',
    'provenance',
  ],
};

/** What a row says of a group, in the columns of the register. */
export const groupValues = (
  record: GroupRecord,
  venueCode: string | null,
): Record<string, unknown> => ({
  members: record.members ?? null,
  monthly_fee_yen: record.fee ?? null,
  accepts_beginners: record.beginners,
  venue_code: venueCode,
  email: record.email ?? null,
  phone: record.phone ?? null,
});
