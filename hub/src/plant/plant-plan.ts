import { measureLinks } from '@manabi/data/city/measure-links';
import { type MeasureRow, measures } from '@manabi/data/city/measures';
import { type PopulationRow, population } from '@manabi/data/city/population';
import { Measure, MeasureLevel, MeasureTier } from '@manabi/plan/measure/measure.entity';
import { MeasureLink } from '@manabi/plan/measure/measure-link.entity';
import { PopulationCount } from '@manabi/plan/population/population.entity';
import { plan } from '@manabi/plan/service';

import { localText } from './local-text.js';
import { type Planter, rowsFor } from './planter.js';
import { provenanceOf } from './provenance.js';

const measureRow = (row: MeasureRow): Partial<Measure> => ({
  code: row.code,
  level: MeasureLevel[row.level],
  title: localText(row.title),
  parentCode: row.parentCode,
  departmentCodes: row.departmentCodes,
  tier: row.tier === null ? null : MeasureTier[row.tier],
  proofs: row.proofs,
  provenance: provenanceOf(row, 'plan'),
});

const linkRows = (today: string): Partial<MeasureLink>[] =>
  measureLinks(today).map(({ measureCode, opportunityId }) => ({ measureCode, opportunityId }));

const populationRow = (row: PopulationRow): Partial<PopulationCount> => ({
  id: row.id,
  areaCode: row.areaCode,
  districtCode: row.districtCode,
  ageMin: row.ageMin,
  ageMax: row.ageMax,
  sex: row.sex,
  count: row.count,
  asOf: row.asOf,
  provenance: provenanceOf(row, 'plan'),
});

/** Measures, what carries them out, and invented residents in numbers; a real city begins with the measures. */
export const plantPlan: Planter = {
  service: plan,
  tables: ({ today, empty }) => {
    const facts = [rowsFor(Measure, measures().map(measureRow))];
    if (empty) return facts;
    return [
      ...facts,
      rowsFor(MeasureLink, linkRows(today)),
      rowsFor(PopulationCount, population().map(populationRow), { gone: 'deleted' }),
    ];
  },
};
