import { Choice, Kept, Texts, Values } from '@manabi/kit/column';
import { Occurrence } from '@manabi/kit/opportunity/occurrence';
import { OpportunityColumns } from '@manabi/kit/opportunity/opportunity.columns';
import { Tri } from '@manabi/kit/value/tri';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType, registerEnumType } from 'type-graphql';

import type { CalledOff } from '../class-time/class-time.rules.js';

/** For whom a class is meant by skill. */
export enum SportsLevel {
  BEGINNER = 'BEGINNER',
  INTERMEDIATE = 'INTERMEDIATE',
  ADVANCED = 'ADVANCED',
  ALL = 'ALL',
}

registerEnumType(SportsLevel, {
  name: 'SportsLevel',
  description: 'For whom a class is meant by skill (レベル).',
  valuesConfig: {
    BEGINNER: { description: 'Those who begin (初心者).' },
    INTERMEDIATE: { description: 'Those who have some practice (中級).' },
    ADVANCED: { description: 'Those who have much practice (上級).' },
    ALL: { description: 'Whoever comes (だれでも).' },
  },
});

/** A class or meet of the sports department. */
@Entity()
@ObjectType({ description: 'A class or meet of the sports department (スポーツ教室・大会).' })
@Directive('@key(fields: "id")')
export class SportsClass extends OpportunityColumns {
  @Choice(SportsLevel, 'For whom it is meant by skill (レベル).', { public: true })
  level?: SportsLevel | null;

  @Directive('@listSize(assumedSize: 10)')
  @Values(() => Occurrence, 'When it takes place, earliest first (開催回).', {
    required: true,
    public: true,
  })
  occurrences: Occurrence[] = [];

  @Choice(
    Tri,
    'Whether it is made fit for people with disabilities (障害のある人への配慮の有無).',
    {
      required: true,
      public: true,
    },
  )
  adapted: Tri = Tri.UNKNOWN;

  @Directive('@listSize(assumedSize: 4)')
  @Texts('How it is made fit, e.g. by lighter balls (配慮の内容).', {
    required: true,
    public: true,
  })
  adaptations: string[] = [];

  /** People of the talent bank who coach it, in the order of the announcement. */
  @Kept('text[]', { required: true }) coachIds: string[] = [];

  /** Times that were called off alone. */
  @Kept('jsonb') calledOff?: CalledOff[] | null;

  /** One of the department's courts; a class elsewhere has none. */
  @Kept('text') courtId?: string | null;
}
