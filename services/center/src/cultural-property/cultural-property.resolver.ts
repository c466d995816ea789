import { Public } from '@manabi/kit/column';
import type { Connection, Edge } from '@manabi/kit/connection/connection';
import { connectionType, paged } from '@manabi/kit/connection/connection-type';
import { PageArguments } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { Facility } from '../facility/facility.entity.js';
import { facilityByCode } from '../facility/facility.loader.js';
import { opportunityNode } from '../opportunity/opportunity.resolver.js';
import { LearningOpportunity } from '../opportunity/opportunity.stub.js';
import { registerPage } from '../value/page-after.js';
import { CulturalProperty } from './cultural-property.entity.js';
import { CulturalPropertyFilter } from './cultural-property.input.js';
import {
  culturalPropertiesOfFacility,
  culturalPropertyByCode,
  offeringsOfProperty,
} from './cultural-property.loader.js';
import { culturalPropertiesAfter } from './cultural-property.repository.js';

const CulturalPropertyConnection = connectionType('CulturalProperty', CulturalProperty, '文化財');

/** Answers what is asked of cultural properties. */
@Resolver(() => CulturalProperty)
export class CulturalPropertyResolver {
  @Public()
  @FieldResolver(() => Facility, {
    nullable: true,
    description: 'The facility in which or at which it is (所在施設).',
  })
  async facility(
    @Root() { facilityCode }: CulturalProperty,
    @Ctx() { loaders }: Context,
  ): Promise<Facility | null> {
    return facilityCode ? loaders.of(facilityByCode).load(facilityCode) : null;
  }

  @Public()
  @Directive('@cost(weight: 20)')
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [LearningOpportunity], {
    nullable: 'itemsAndList',
    description:
      'Walks, talks and other offerings that share a subject with it: those at its facility first, then the earliest; ten at most (関連する見学会・講座).',
  })
  async opportunities(
    @Root() { code }: CulturalProperty,
    @Ctx() context: Context,
    @Arg('at', () => GraphQLDateTime, {
      nullable: true,
      description: 'From this moment on; now when absent (時点).',
    })
    at?: Date,
  ): Promise<LearningOpportunity[]> {
    const moment = (at ?? context.now).toISOString();
    const found = await context.loaders.of(offeringsOfProperty).load({ code, at: moment });
    return Promise.all(
      found.map(({ id, kind }) => opportunityNode({ __typename: kind, id }, context)),
    );
  }

  @Public()
  @Query(() => CulturalProperty, {
    nullable: true,
    description: 'A cultural property by its code (文化財).',
  })
  culturalProperty(
    @Arg('code', () => ID, { description: 'Its code (文化財コード).' }) code: string,
    @Ctx() { loaders }: Context,
  ): Promise<CulturalProperty | null> {
    return loaders.of(culturalPropertyByCode).load(code);
  }

  @Public()
  @Directive(paged)
  @Query(() => CulturalPropertyConnection, {
    nullable: true,
    description: 'Cultural properties by code (文化財一覧).',
  })
  culturalProperties(
    @Arg('filter', () => CulturalPropertyFilter, {
      nullable: true,
      description: 'Which ones (絞り込み).',
    })
    filter: CulturalPropertyFilter | undefined,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { em }: Context,
  ): Promise<Connection<Edge<CulturalProperty>>> {
    return registerPage(page, 'code', (wanted) =>
      culturalPropertiesAfter(em, filter ?? {}, wanted),
    );
  }
}

/** Gives a facility the cultural properties that are in it or at it. */
@Resolver(() => Facility)
export class FacilityHeritageResolver {
  @Public()
  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [CulturalProperty], {
    nullable: true,
    description: 'Cultural properties in it or at it, by code (所在する文化財).',
  })
  culturalProperties(
    @Root() { code }: Facility,
    @Ctx() { loaders }: Context,
  ): Promise<CulturalProperty[]> {
    return loaders.of(culturalPropertiesOfFacility).load(code);
  }
}

/** What a reference to a cultural property means. */
export const culturalPropertyReference = (
  { code }: { code: string },
  { loaders }: Context,
): Promise<CulturalProperty | null> => loaders.of(culturalPropertyByCode).load(code);
