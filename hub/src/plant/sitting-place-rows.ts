import { type SittingPlaceRow, sittingPlaces } from '@manabi/data/city/sitting-places';
import type { SittingPlaceColumns } from '@manabi/kit/sitting-place/sitting-place.columns';
import { Tri } from '@manabi/kit/value/tri';

import { localText } from './local-text.js';
import { provenanceOf } from './provenance.js';

/** The sample's places to sit that one service keeps, in its columns; the given department answers for them. */
export const sittingPlaceRows = (
  owner: SittingPlaceRow['owner'],
  { today, department }: { today: string; department: string },
): SittingPlaceColumns[] =>
  sittingPlaces(today)
    .filter((row) => row.owner === owner)
    .map((row) => ({
      id: row.id,
      name: localText(row.name),
      location: row.location,
      rules: row.rules,
      wifi: Tri[row.wifi],
      power: Tri[row.power],
      supervised: Tri[row.supervised],
      quiet: Tri[row.quiet],
      eating: Tri[row.eating],
      seats: row.seats,
      ages: row.ages,
      hours: row.hours,
      facilityCode: row.facilityCode,
      provenance: provenanceOf(row, department),
    }));
