import { Public } from '@manabi/kit/column';
import { PageInfo } from '@manabi/kit/connection/page-info';
import type { Context } from '@manabi/kit/context';
import { Count } from '@manabi/kit/value/count';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, FieldResolver, Info, Resolver, Root } from 'type-graphql';

import { Facility } from '../facility/facility.entity.js';
import { facilityByCode, whereByCode } from '../facility/facility.loader.js';
import { asksWhereOnly } from './asked-parts.rules.js';
import { Facet, FacetField } from './facet.entity.js';
import { searchFacets } from './facet.search.js';
import { indexedSources } from './index-source.rules.js';
import {
  OpportunityConnection,
  OpportunityEdge,
  type PlacedEdge,
  Reading,
} from './opportunity.entity.js';
import { typeOfKind } from './opportunity-kind.entity.js';
import { type KnownNode, opportunityNode } from './opportunity.resolver.js';
import { readingsAmong, readingsOf } from './opportunity.repository.js';
import { LearningOpportunity } from './opportunity.stub.js';

/** Gives what a search found, each part only when it is asked for. */
@Resolver(() => OpportunityConnection)
export class FoundResolver {
  @Public()
  @FieldResolver(() => [OpportunityEdge], {
    nullable: true,
    description: 'What was found, in order (検索結果).',
  })
  async edges(
    @Root() { found }: OpportunityConnection,
  ): Promise<readonly (OpportunityEdge | PlacedEdge)[]> {
    return (await found()).edges;
  }

  @Public()
  @FieldResolver(() => PageInfo, {
    nullable: true,
    description: 'Where this page stands (ページ情報).',
  })
  async pageInfo(@Root() { found }: OpportunityConnection): Promise<PageInfo> {
    return (await found()).pageInfo;
  }

  @Public()
  @FieldResolver(() => Count, {
    nullable: true,
    description: 'How many were found; beyond 1,000 it says "1,000 or more" (件数).',
  })
  async totalCount(@Root() { found }: OpportunityConnection): Promise<Count> {
    return (await found()).total;
  }

  @Public()
  @Directive('@cost(weight: 20)')
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [Facet], {
    nullable: true,
    description:
      "By what the search can be narrowed, each value with its count, the facet's own filter left out (絞り込み).",
  })
  async facets(
    @Root() { search, found }: OpportunityConnection,
    @Ctx() { em }: Context,
    @Arg('fields', () => [FacetField], {
      nullable: true,
      description: 'Which ones; all when absent (項目).',
    })
    fields?: FacetField[] | null,
  ): Promise<Facet[]> {
    const { total } = await found();
    const wanted = [...new Set(fields ?? Object.values(FacetField))];
    return searchFacets(em, search, { fields: wanted, areMany: !total.isExact });
  }

  @Public()
  @Directive('@listSize(assumedSize: 5)')
  @FieldResolver(() => [Reading], {
    nullable: true,
    description: 'How far the index has read each department (取込状況).',
  })
  async readings(
    @Root() { found, hasReadings }: OpportunityConnection,
    @Ctx() { em }: Context,
  ): Promise<Reading[]> {
    const readings = hasReadings ? (await found()).readings : undefined;
    return readings ? readingsAmong(readings, indexedSources) : readingsOf(em, indexedSources);
  }
}

/** Gives a found opportunity its venue and the way to its owner. */
@Resolver(() => OpportunityEdge)
export class FoundEdgeResolver {
  @Public()
  @FieldResolver(() => Facility, {
    nullable: true,
    description: 'Venue in the register of facilities (会場).',
  })
  venue(
    @Root() { venueCode }: OpportunityEdge,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Facility | null> | null {
    if (!venueCode) return null;
    return loaders.of(asksWhereOnly(info) ? whereByCode : facilityByCode).load(venueCode);
  }

  @Public()
  @FieldResolver(() => LearningOpportunity, {
    nullable: true,
    description: 'All that its owner tells of it (詳細).',
  })
  node(@Root() { id, kind }: OpportunityEdge, @Ctx() context: Context): Promise<KnownNode> {
    return opportunityNode({ __typename: typeOfKind[kind], id }, context);
  }
}
