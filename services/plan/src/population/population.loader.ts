import { type LoaderOf, many } from '@manabi/kit/batch';

import {
  type PlaceBand,
  populationOfAreas,
  populationOfDistricts,
} from './population.repository.js';

export const populationOfArea: LoaderOf<string, PlaceBand[]> = (em) =>
  many(
    (codes) => populationOfAreas(em, codes),
    ({ code }) => code,
  );

export const populationOfDistrict: LoaderOf<string, PlaceBand[]> = (em) =>
  many(
    (codes) => populationOfDistricts(em, codes),
    ({ code }) => code,
  );
