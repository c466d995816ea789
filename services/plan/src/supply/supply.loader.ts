import { type LoaderOf, many } from '@manabi/kit/batch';

import { type SupplyOf, type SupplyRow, supplyOfDistricts } from './supply.repository.js';

export const supplyOfDistrict: LoaderOf<SupplyOf, SupplyRow[]> = (em) =>
  many(
    (keys) => supplyOfDistricts(em, keys),
    ({ key }) => key,
  );
