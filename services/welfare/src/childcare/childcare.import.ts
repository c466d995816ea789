import type { DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import type { ListedAs } from '@manabi/kit/import/list/lists';
import { japanMoment } from '@manabi/kit/japan-time';

/** Where lists of childcare at events go. */
export const childcareTarget: DeliveryTarget = {
  table: 'childcare_session',
  key: 'id',
  columns: [
    'opportunity_id',
    'facility_code',
    'starts_at',
    'ends_at',
    'places',
    'places_left',
    'min_months',
    'max_months',
    'fee_yen',
    'cancelled_with',
    'provenance',
  ],
  over: ['ends_at'],
};

/** What a row says of childcare, in the columns of its table; without an end it ends with the day. */
export const childcareValues = (
  record: ListedAs<'childcare-session'>,
): Record<string, unknown> => ({
  starts_at: japanMoment(record.day, record.opens).toISOString(),
  ends_at: japanMoment(record.day, record.closes ?? '24:00').toISOString(),
  places: record.places ?? null,
  places_left: record.placesLeft ?? null,
  min_months: record.minMonths ?? null,
  max_months: record.maxMonths ?? null,
  fee_yen: record.feeYen ?? null,
  cancelled_with: false,
});
