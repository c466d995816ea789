import { evidenceLinks } from '@manabi/data/city/evidence-links';
import { measureLinks } from '@manabi/data/city/measure-links';
import { measureRules } from '@manabi/data/city/measure-rules';
import { type MeasureRow, measures } from '@manabi/data/city/measures';
import { type PopulationRow, population } from '@manabi/data/city/population';
import { EvidenceLink, EvidenceRule } from '@manabi/plan/evidence/evidence-link.entity';
import { Measure, MeasureLevel, MeasureTier } from '@manabi/plan/measure/measure.entity';
import { MeasureLink, MeasureRule } from '@manabi/plan/measure/measure-link.entity';
import { PopulationCount } from '@manabi/plan/population/population.entity';
import { plan } from '@manabi/plan/service';

import { feedbackRows } from './feedback-rows.js';
import { localText } from './local-text.js';
import { planActivityRows } from './plan-activity-rows.js';
import { type Planter, rowsFor } from './planter.js';
import { provenanceOf } from './provenance.js';
import { reportedCountRows } from './reported-count-rows.js';

const measureRow = (row: MeasureRow): Partial<Measure> => ({
  code: row.code,
  level: MeasureLevel[row.level],
  title: localText(row.title),
  parentCode: row.parentCode,
  departmentCodes: row.departmentCodes,
  tier: row.tier === null ? null : MeasureTier[row.tier],
  proofs: row.proofs,
  sees: row.sees && localText(row.sees),
  provenance: provenanceOf(row, 'plan'),
});

/** Which kinds of records stand for which measure: part of the plan, so that a real city's own records count too. */
const ruleRows = (): Partial<EvidenceRule>[] =>
  measures().flatMap(({ code, evidence }) =>
    evidence.map(({ kind, word }) => ({
      id: [code, kind, word ?? ''].join('/'),
      measureCode: code,
      kind,
      word,
    })),
  );

/** By what a real city's offers stand for measures; in the sample city each is linked by hand. */
const offerRuleRows = (): Partial<MeasureRule>[] =>
  measureRules().map(({ measureCode, kind, subject, audience, department, words }) => ({
    id: [
      measureCode,
      kind,
      subject && `${subject.scheme}:${subject.prefix}`,
      audience,
      department,
      words.join(';'),
    ].join('/'),
    measureCode,
    kind,
    subjectScheme: subject?.scheme ?? null,
    subjectPrefix: subject?.prefix ?? null,
    audience,
    department,
    words: words.length > 0 ? words : null,
  }));

const recordLinkRows = (today: string): Partial<EvidenceLink>[] =>
  evidenceLinks(today).map(({ measureCode, kind, recordId }) => ({ measureCode, kind, recordId }));

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
    const facts = [
      rowsFor(Measure, measures().map(measureRow)),
      rowsFor(EvidenceRule, ruleRows(), { gone: 'deleted', sample: 'true' }),
    ];
    if (empty)
      return [...facts, rowsFor(MeasureRule, offerRuleRows(), { gone: 'deleted', sample: 'true' })];
    return [
      ...facts,
      rowsFor(MeasureLink, linkRows(today)),
      rowsFor(EvidenceLink, recordLinkRows(today)),
      rowsFor(PopulationCount, population().map(populationRow), { gone: 'deleted' }),
      ...planActivityRows(today),
      feedbackRows(today),
      reportedCountRows(today),
    ];
  },
};
