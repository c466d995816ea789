import type { DeliveryTarget } from '@manabi/kit/delivery/delivery.target';

/** Where lists of school districts go; the blocks that lie in each are put there with it. */
export const schoolDistrictTarget: DeliveryTarget = {
  table: 'school_district',
  key: 'code',
  columns: ['name', 'school_code', 'area_codes', 'provenance'],
};
