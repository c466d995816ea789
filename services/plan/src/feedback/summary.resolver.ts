import type { LoaderOf } from '@manabi/kit/batch';
import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import { type ClassType, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { Facility } from '../facility/facility.stub.js';
import { Measure } from '../measure/measure.entity.js';
import { LearningOpportunity } from '../opportunity/opportunity.stub.js';
import { Person } from '../person/person.stub.js';
import { FeedbackSummary } from './feedback.entity.js';
import {
  summaryOfFacility,
  summaryOfInstructor,
  summaryOfMeasure,
  summaryOfOpportunity,
} from './feedback.loader.js';
import type { SummaryRow } from './feedback.repository.js';

/** What learners can say something of, by which key, and where that is looked up. */
interface Subject<Entity extends object> {
  readonly type: ClassType<Entity>;
  readonly keyOf: (subject: Entity) => string;
  readonly loader: LoaderOf<string, SummaryRow | null>;
}

/** Gives a thing what learners say of it. */
function feedbackField<Entity extends object>({ type, keyOf, loader }: Subject<Entity>): ClassType {
  @Resolver(() => type)
  class SummaryResolver {
    @Public()
    @Directive('@cost(weight: 2)')
    @FieldResolver(() => FeedbackSummary, {
      nullable: true,
      description: 'What learners say of it, and what the provider changed (感想・評価).',
    })
    async feedback(@Root() subject: Entity, @Ctx() { loaders }: Context): Promise<FeedbackSummary> {
      const row = await loaders.of(loader).load(keyOf(subject));
      const counted = (value: number) => ({ value, isExact: true });
      return {
        ratings: counted(row?.ratings ?? 0),
        average: row?.average ?? null,
        answered: counted(row?.answered ?? 0),
        changed: counted(row?.changed ?? 0),
        sample: row?.sample ?? false,
        latest: row?.latest ?? [],
      };
    }
  }
  return SummaryResolver;
}

export const OpportunityFeedbackResolver = feedbackField({
  type: LearningOpportunity,
  keyOf: ({ id }) => id,
  loader: summaryOfOpportunity,
});

export const FacilityFeedbackResolver = feedbackField({
  type: Facility,
  keyOf: ({ code }) => code,
  loader: summaryOfFacility,
});

export const InstructorFeedbackResolver = feedbackField({
  type: Person,
  keyOf: ({ id }) => id,
  loader: summaryOfInstructor,
});

export const MeasureFeedbackResolver = feedbackField({
  type: Measure,
  keyOf: ({ code }) => code,
  loader: summaryOfMeasure,
});
