import type { Context } from '@manabi/kit/context';
import { guarded } from '@manabi/kit/value/guarded-count';
import { Ctx, Directive, Query, Resolver } from 'type-graphql';

import { LearningStep, LearningSteps } from './learning-steps.entity.js';
import { stepsOfPassports } from './learning-steps.repository.js';
import { guardedSteps } from './learning-steps.rules.js';

/** Answers how many people go on from one kind of learning to the next. */
@Resolver()
export class LearningStepsResolver {
  @Directive('@requiresScopes(scopes: [["plan.statistics"]])')
  @Directive('@cost(weight: 10)')
  @Query(() => LearningSteps, {
    nullable: true,
    description:
      'How many people go on from storytime to course to circle, by consented passports alone; in full tens; fewer than ten are held back (学びの広がり).',
  })
  async learningSteps(@Ctx() { em }: Context): Promise<LearningSteps> {
    const { passports, storytime, course, circle } = await stepsOfPassports(em);
    const [all, ...people] = guardedSteps([passports, storytime, course, circle]);
    const steps = [LearningStep.STORYTIME, LearningStep.COURSE, LearningStep.CIRCLE];
    return {
      passports: all ?? guarded(null),
      steps: steps.map((step, at) => ({ step, people: people[at] ?? guarded(null) })),
    };
  }
}
