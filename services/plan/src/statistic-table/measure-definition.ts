import type { LocalText } from '@manabi/kit/value/local-text';

import type {
  StatisticDimensionCode as Dimension,
  StatisticMeasureCode as Measure,
} from './statistic-codes.js';

/** What one measure means. */
export interface MeasureDefinition {
  readonly code: Measure;
  readonly label: LocalText;
  readonly definition: LocalText;
  readonly unit: LocalText;
  readonly counted: LocalText;
  readonly dateBasis: LocalText;
  readonly source: LocalText;
  readonly countsPeople: boolean;
  readonly dimensions: readonly Dimension[];
}
