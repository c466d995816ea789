import type { DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import type { ListedAs } from '@manabi/kit/import/list/lists';
import { japanMoment } from '@manabi/kit/japan-time';

import { accessItems } from './access-item.entity.js';

/** Where lists of accessible houses go. */
export const accessTarget: DeliveryTarget = {
  table: 'facility_access',
  key: 'facility_code',
  columns: ['items', 'routes', 'note', 'provenance'],
};

/** What a row says of a house, in the columns of the profiles. An item of which the row says nothing is not recorded. */
export function accessValues(record: ListedAs<'facility-access'>): Record<string, unknown> {
  const asOf = record.confirmedOn && japanMoment(record.confirmedOn, '00:00').toISOString();
  return {
    items: accessItems.flatMap((code) => {
      const value = record[code];
      return value === undefined ? [] : [{ code, value, ...(asOf && { asOf }) }];
    }),
    routes: record.routes,
    note: record.accessNote ?? null,
  };
}
