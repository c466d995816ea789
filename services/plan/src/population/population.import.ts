import type { DeliveredRow, DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import type { AgeBand, PopulationRecord } from '@manabi/kit/import/dataset/record';
import { opaqueId } from '@manabi/kit/opaque-id';
import { momentInJapan } from '@manabi/kit/opportunity/event-times';

/** Where rows of 地域・年齢別人口 go. */
export const populationTarget: DeliveryTarget = {
  table: 'population_count',
  key: 'id',
  columns: [
    'area_code',
    'district_code',
    'age_min',
    'age_max',
    'sex',
    'count',
    'as_of',
    'provenance',
  ],
};

/** Where people are counted; never neither. */
export interface CountedPlace {
  readonly areaCode: string | null;
  readonly districtCode: string | null;
}

/** What is known of a row of people beside itself. */
export interface PopulationSetting {
  readonly dataset: string;
  readonly asOf: string;
  readonly licence?: string;
  /** The town block that it counts, with the school district in which that lies, or a school district as a whole. */
  readonly place: CountedPlace;
}

/** A row of people as one count for each age band, by sex where the file says it. */
export function deliveredPopulation(
  record: PopulationRecord,
  setting: PopulationSetting,
): DeliveredRow[] {
  return record.ages.flatMap((band) =>
    countsOf(band).map(({ sex, count }) => deliveredCount(record, setting, { band, sex, count })),
  );
}

interface Counted {
  readonly band: AgeBand;
  readonly sex: 'MALE' | 'FEMALE' | null;
  readonly count: number;
}

/** Both sexes apart where both are said, else together: never the same people twice. */
function countsOf({ male, female, total }: AgeBand): Pick<Counted, 'sex' | 'count'>[] {
  if (male !== undefined && female !== undefined) {
    return [
      { sex: 'MALE', count: male },
      { sex: 'FEMALE', count: female },
    ];
  }
  return total === undefined ? [] : [{ sex: null, count: total }];
}

function deliveredCount(
  record: PopulationRecord,
  { dataset, asOf, licence, place }: PopulationSetting,
  { band, sex, count }: Counted,
): DeliveredRow {
  const key = `${record.key}/${band.from}-${band.to ?? ''}/${sex ?? 'ALL'}`;
  const day = record.surveyedOn ?? asOf;
  return {
    target: populationTarget,
    key,
    id: opaqueId('population', dataset, key),
    values: {
      area_code: place.areaCode,
      district_code: place.districtCode,
      age_min: band.from,
      age_max: band.to ?? null,
      sex,
      count,
      as_of: day,
      provenance: {
        department: 'plan',
        dataset,
        asOf: momentInJapan(day).toISOString(),
        licence: licence ?? null,
        sample: record.sample ?? false,
      },
    },
  };
}
