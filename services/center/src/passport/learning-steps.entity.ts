import { GuardedCount } from '@manabi/kit/value/guarded-count';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';

/** A step of learning in company: from a storytime to a course, and on to a circle. */
export enum LearningStep {
  STORYTIME = 'STORYTIME',
  COURSE = 'COURSE',
  CIRCLE = 'CIRCLE',
}

registerEnumType(LearningStep, {
  name: 'LearningStep',
  description:
    'A step of learning in company: from a storytime to a course, and on to a circle (学びの段階).',
  valuesConfig: {
    STORYTIME: {
      description: 'An event of the library for children and parents (おはなし会などの図書館行事).',
    },
    COURSE: { description: 'A course of a community centre, then or later (公民館講座).' },
    CIRCLE: { description: 'A circle, with the course or later (サークル).' },
  },
});

/** How many people came to a step. */
@ObjectType({
  description: 'How many people came to a step by way of those before it (段階別の人数).',
})
export class LearningStepCount {
  @Field(() => LearningStep, { nullable: true, description: 'The step (段階).', simple: true })
  step!: LearningStep;

  @Field(() => GuardedCount, {
    nullable: true,
    description:
      'People; held back where they, or those who did not come on from the step before, are fewer than ten (人数).',
    simple: true,
  })
  people!: GuardedCount;
}

/** How many people go on from storytime to course to circle. */
@ObjectType({
  description:
    'How many people go on from storytime to course to circle, by nothing but what residents keep in their passports with consent (おはなし会から講座、サークルへの広がり).',
})
export class LearningSteps {
  @Field(() => GuardedCount, {
    nullable: true,
    description:
      'Passports on which it rests: all that their owners consented to keep (もとになるパスポート数).',
    simple: true,
  })
  passports!: GuardedCount;

  @Directive('@listSize(assumedSize: 3)')
  @Field(() => [LearningStepCount], {
    nullable: true,
    description: 'Step by step (段階別の人数).',
    simple: true,
  })
  steps!: LearningStepCount[];
}
