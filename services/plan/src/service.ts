import type { Service } from '@manabi/kit/service';

import { Area } from './area/area.stub.js';
import { EvidenceLink, EvidenceRule } from './evidence/evidence-link.entity.js';
import { EvidenceThingResolver, MeasureEvidenceResolver } from './evidence/evidence.resolver.js';
import { OpportunityFact } from './fact/fact.entity.js';
import { factFollows } from './fact/fact.feed.js';
import {
  DepartmentCoverageResolver,
  MeasureCoverageResolver,
  OpportunityMeasureResolver,
  opportunityReference,
} from './measure/coverage.resolver.js';
import { MeasureLink, MeasureRule } from './measure/measure-link.entity.js';
import { Measure } from './measure/measure.entity.js';
import { MeasureResolver, measureReference } from './measure/measure.resolver.js';
import { firstTables } from './migrations/m20261123-first.js';
import { evidenceTables } from './migrations/m20261124-evidence.js';
import { PopulationCount } from './population/population.entity.js';
import {
  AreaPopulationResolver,
  SchoolDistrictPopulationResolver,
  placeReference,
} from './population/population.resolver.js';
import { RecordFact } from './record/record-fact.entity.js';
import { SchoolDistrict } from './school-district/school-district.stub.js';

/** The coordination of the plan (生涯学習推進調整担当): its measures, what carries them out, who lives where. */
export const plan: Service = {
  name: 'plan',
  entities: [
    Measure,
    MeasureLink,
    MeasureRule,
    EvidenceLink,
    EvidenceRule,
    OpportunityFact,
    RecordFact,
    PopulationCount,
  ],
  migrations: [firstTables, evidenceTables],
  resolvers: [
    MeasureResolver,
    MeasureCoverageResolver,
    DepartmentCoverageResolver,
    OpportunityMeasureResolver,
    MeasureEvidenceResolver,
    EvidenceThingResolver,
    AreaPopulationResolver,
    SchoolDistrictPopulationResolver,
  ],
  types: [Area, SchoolDistrict],
  references: {
    Measure: measureReference,
    LearningOpportunity: opportunityReference,
    Area: placeReference,
    SchoolDistrict: placeReference,
  },
  published: {},
  follows: factFollows,
};
