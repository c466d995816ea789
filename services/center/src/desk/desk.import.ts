import type { DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import type { DeskRecord } from '@manabi/kit/import/dataset/entry.record';

/** Where rows of the common entry form for advice desks go. */
export const deskTarget: DeliveryTarget = {
  table: 'desk',
  key: 'id',
  columns: [
    'name',
    'summary',
    'appointment',
    'capacity',
    'hours',
    'phone',
    'url',
    'department_code',
    'venue_code',
    'confirmed_at',
    'subject_keys',
    'provenance',
  ],
};

/** Where a desk is and whose it is, by the registers. */
export interface DeskPlace {
  readonly departmentCode: string | null;
  readonly venueCode: string | null;
}

/** What a row says of a desk, in the columns of the register. */
export const deskValues = (
  record: DeskRecord,
  { departmentCode, venueCode }: DeskPlace,
): Record<string, unknown> => ({
  appointment: record.appointment,
  capacity: record.capacity ?? null,
  hours: record.freeTimes.map(({ weekday, startsAt, endsAt }) => ({
    weekday,
    opensAt: startsAt,
    closesAt: endsAt,
  })),
  phone: record.phone ?? null,
  url: record.url ?? null,
  department_code: departmentCode,
  venue_code: venueCode,
});
