import { Audience } from '@manabi/kit/vocabulary/audience';
import { registerEnumType } from 'type-graphql';

import { audienceOrder } from '../opportunity/index-row.rules.js';
import { bitsOf } from '../opportunity/week-time.rules.js';

/** The times of a life by which the plan groups what is offered, and one for what is for all of them. */
export enum LifeStage {
  EARLY_CHILDHOOD = 'EARLY_CHILDHOOD',
  SCHOOL_AGE = 'SCHOOL_AGE',
  YOUTH = 'YOUTH',
  ADULTHOOD = 'ADULTHOOD',
  SENIORITY = 'SENIORITY',
  EVERYONE = 'EVERYONE',
}

registerEnumType(LifeStage, {
  name: 'LifeStage',
  description: 'A time of life for which something is meant (ライフステージ).',
  valuesConfig: {
    EARLY_CHILDHOOD: { description: 'Up to 5 years, with parents (乳幼児期).' },
    SCHOOL_AGE: { description: 'Elementary school, 6 to 11 years (学童期).' },
    YOUTH: { description: 'Junior high school and beyond, 12 to 18 years (青少年期).' },
    ADULTHOOD: { description: 'Adults of 19 to 64 years (成人期).' },
    SENIORITY: { description: '65 years and more (高齢期).' },
    EVERYONE: { description: 'No restriction (どなたでも).' },
  },
});

interface Stage {
  readonly stage: LifeStage;
  /** Bits of the audiences that belong to it. */
  readonly audiences: number;
  /** Ages in completed months; null where ages say nothing of it. */
  readonly fromMonths: number | null;
  readonly toMonths: number | null;
}

const stage = (
  name: LifeStage,
  audiences: readonly Audience[],
  years: readonly [number, number] | null,
): Stage => ({
  stage: name,
  audiences: bitsOf(audiences, audienceOrder),
  fromMonths: years && years[0] * 12,
  toMonths: years && years[1] * 12 + 11,
});

/** To which stages an offer belongs: by the audiences that it names, else by its ages, else to everyone. */
export const lifeStages: readonly Stage[] = [
  stage(LifeStage.EARLY_CHILDHOOD, [Audience.INFANT, Audience.PARENT_CHILD], [0, 5]),
  stage(LifeStage.SCHOOL_AGE, [Audience.ELEMENTARY], [6, 11]),
  stage(LifeStage.YOUTH, [Audience.JUNIOR_HIGH, Audience.HIGH_SCHOOL, Audience.YOUTH], [12, 18]),
  stage(
    LifeStage.ADULTHOOD,
    [Audience.ADULT, Audience.WORKER, Audience.MEN, Audience.WOMEN],
    [19, 64],
  ),
  stage(LifeStage.SENIORITY, [Audience.SENIOR], [65, 150]),
  stage(LifeStage.EVERYONE, [Audience.ANYONE], null),
];
