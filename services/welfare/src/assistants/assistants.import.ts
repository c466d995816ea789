import type { DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import type { ListedAs } from '@manabi/kit/import/list/lists';
import { japanMoment } from '@manabi/kit/japan-time';

/** Where lists of assistants go. */
export const assistantsTarget: DeliveryTarget = {
  table: 'assistants',
  key: 'id',
  columns: [
    'opportunity_id',
    'kind',
    'language',
    'needed',
    'available',
    'confirmed',
    'request_by',
    'provenance',
  ],
};

/** What a row says of assistants, in the columns of their table; a last day lasts until its end. */
export const assistantsValues = (record: ListedAs<'assistants'>): Record<string, unknown> => ({
  kind: record.assistance,
  language: record.language ?? null,
  needed: record.needed ?? null,
  available: record.available ?? null,
  confirmed: record.confirmed ?? null,
  request_by: record.requestBy ? japanMoment(record.requestBy, '23:59:59').toISOString() : null,
});
