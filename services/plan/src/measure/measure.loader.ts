import { type LoaderOf, many, one } from '@manabi/kit/batch';

import {
  type CoverageOf,
  type CoverageRow,
  type OpportunityPage,
  type PagedOpportunity,
  coverageOfMeasures,
  opportunitiesOfMeasures,
} from './coverage.repository.js';
import type { Measure } from './measure.entity.js';
import {
  type MeasureFor,
  headingsOfMeasures,
  measuresByCodes,
  measuresOfOpportunities,
} from './measure.repository.js';

export const measureByCode: LoaderOf<string, Measure | null> = (em) =>
  one(
    (codes) => measuresByCodes(em, codes),
    (measure) => measure.code,
  );

export const headingsOfMeasure: LoaderOf<string, MeasureFor[]> = (em) =>
  many(
    (codes) => headingsOfMeasures(em, codes),
    ({ of }) => of,
  );

export const measuresOfOpportunity: LoaderOf<string, MeasureFor[]> = (em) =>
  many(
    (opportunityIds) => measuresOfOpportunities(em, opportunityIds),
    ({ of }) => of,
  );

export const coverageOfMeasure: LoaderOf<CoverageOf, CoverageRow[]> = (em) =>
  many(
    (keys) => coverageOfMeasures(em, keys),
    ({ key }) => key,
  );

export const opportunitiesOfMeasure: LoaderOf<OpportunityPage, PagedOpportunity[]> = (em) =>
  many(
    (pages) => opportunitiesOfMeasures(em, pages),
    ({ page }) => page,
  );
