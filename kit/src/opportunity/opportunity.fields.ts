import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, type ClassType, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { Public } from '../column.js';
import type { Context } from '../context.js';
import { ApplicationState, applicationState } from '../vocabulary/application-state.js';
import type { OpportunityColumns, SubjectKey } from './opportunity.columns.js';

/**
 * The fields of an opportunity that are no columns: its venue and subjects, which another service owns, and
 * whether one can apply. Give the service's own class and its stubs of the two.
 */
// A class that is made here, not a long body: its methods are as short as any.
// oxlint-disable-next-line max-lines-per-function
export function opportunityFields(
  type: ClassType<OpportunityColumns>,
  stubs: { facility: ClassType; subject: ClassType },
): ClassType {
  @Resolver(() => type)
  class OpportunityFields {
    @Public()
    @FieldResolver(() => stubs.facility, {
      nullable: true,
      description: 'Where it takes place (会場).',
    })
    venue(@Root() { venueCode }: OpportunityColumns): { code: string } | null {
      return venueCode ? { code: venueCode } : null;
    }

    @Public()
    @Directive('@listSize(assumedSize: 5)')
    @FieldResolver(() => [stubs.subject], {
      nullable: 'itemsAndList',
      description: 'What it is about (分類).',
    })
    subjects(@Root() { subjectKeys }: OpportunityColumns): SubjectKey[] {
      return subjectKeys.map(({ scheme, code }) => ({ scheme, code }));
    }

    @Public()
    @FieldResolver(() => ApplicationState, {
      nullable: true,
      description: 'Whether one can apply at a moment (申込状況). Computed, never stored.',
    })
    applicationState(
      @Root() opportunity: OpportunityColumns,
      @Ctx() { now }: Context,
      @Arg('at', () => GraphQLDateTime, {
        nullable: true,
        description: 'The moment; now when absent (時点).',
      })
      at?: Date,
    ): ApplicationState {
      return applicationState(opportunity, at ?? now);
    }
  }
  return OpportunityFields;
}
