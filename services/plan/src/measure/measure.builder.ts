import { MeasureLink, MeasureRule } from './measure-link.entity.js';
import { Measure, MeasureLevel } from './measure.entity.js';

/** A measure for tests; name only what matters. */
export function aMeasure(given: Partial<Measure> = {}): Measure {
  return Object.assign(
    new Measure(),
    {
      code: '1-1-1-1',
      level: MeasureLevel.MEASURE,
      title: { ja: '施策' },
      departmentCodes: [],
      provenance: { department: 'plan', sample: false },
    },
    given,
  );
}

/** A link from an opportunity to a measure. */
export function aLink(measureCode: string, opportunityId: string): MeasureLink {
  return Object.assign(new MeasureLink(), { measureCode, opportunityId });
}

/** A rule for tests; name only what matters. */
export function aRule(given: Partial<MeasureRule>): MeasureRule {
  return Object.assign(new MeasureRule(), { id: 'rule', measureCode: '1-1-1-1' }, given);
}
