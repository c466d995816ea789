import { opaqueId } from '../opaque-id.js';
import { readTable } from '../table.js';
import { schoolDistricts } from './school-districts.js';
import { type Sourced, sourced } from './sourced.js';

/** Residents of one town block, age band and sex; sample, rounded to tens. */
export interface PopulationRow extends Sourced {
  id: string;
  areaCode: string;
  districtCode: string;
  /** '0-4', '5-5' … '80-84', '85+': years of age, both ends included; cut so that both five-year bands and school ages are sums. */
  ageBand: string;
  ageMin: number;
  ageMax: number | null;
  sex: 'MALE' | 'FEMALE';
  count: number;
}

const AGE = /^(\d+)(?:-(\d+)|\+)$/;

const bandOf = (
  column: string,
): Pick<PopulationRow, 'ageBand' | 'ageMin' | 'ageMax' | 'sex'> | null => {
  const [ageBand = '', sex] = column.split('/');
  const ages = AGE.exec(ageBand);
  if (ages === null) return null;
  return {
    ageBand,
    ageMin: Number(ages[1]),
    ageMax: ages[2] === undefined ? null : Number(ages[2]),
    sex: sex === 'MALE' ? 'MALE' : 'FEMALE',
  };
};

/** Promises about 196,000 invented residents as counts by block, age band and sex. */
export const population = (): PopulationRow[] => {
  const districtOf = new Map(
    schoolDistricts().flatMap((district) =>
      district.areaCodes.map((area): [string, string] => [area, district.code]),
    ),
  );
  const rows: PopulationRow[] = [];
  for (const line of readTable('population')) {
    const areaCode = line.text('area');
    const districtCode = districtOf.get(areaCode) ?? '';
    for (const [column, cell] of line.entries()) {
      const band = bandOf(column);
      if (band === null) continue;
      const id = opaqueId('population', `${areaCode}/${column}`);
      rows.push({ id, areaCode, districtCode, ...band, count: Number(cell), ...sourced(line) });
    }
  }
  return rows;
};
