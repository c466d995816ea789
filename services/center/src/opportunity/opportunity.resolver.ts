import { Public } from '@manabi/kit/column';
import { connection } from '@manabi/kit/connection/connection';
import { pageSize } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Directive, ID, Info, Query, Resolver } from 'type-graphql';

import { ExternalOffering } from '../external-offering/external-offering.entity.js';
import { externalOfferingById } from '../external-offering/external-offering.loader.js';
import { askedParts } from './asked-parts.rules.js';
import { edgeOf, placedEdge } from './edge.rules.js';
import { OpportunityConnection } from './opportunity.entity.js';
import { OpportunityArguments } from './opportunity.input.js';
import { opportunityById } from './opportunity.loader.js';
import { checkSearch } from './opportunity.rules.js';
import { LearningOpportunity } from './opportunity.stub.js';
import { searchPage, searchPlaces } from './page.search.js';

/** Answers searches over what every department offers. */
@Resolver()
export class OpportunityResolver {
  @Public()
  @Directive('@cost(weight: 20)')
  @Directive(
    '@listSize(slicingArguments: ["first"], sizedFields: ["edges"], assumedSize: 20, requireOneSlicingArgument: false)',
  )
  @Query(() => OpportunityConnection, {
    nullable: true,
    description:
      'Searches what every department offers; what is over, cancelled or withdrawn is left out unless asked for (学習機会の横断検索).',
  })
  opportunities(
    @Args(() => OpportunityArguments) asked: OpportunityArguments,
    @Ctx() { em, now, longPages }: Context,
    @Info() info: GraphQLResolveInfo,
  ): OpportunityConnection {
    const size = pageSize(asked, longPages);
    const { sort, after, filter, at } = asked;
    checkSearch(filter ?? {}, sort);
    const search = { filter: filter ?? {}, sort, at: at ?? now };
    const { hasCopies, isCounted, hasReadings } = askedParts(info);
    const wanted = { size, after, isCounted, hasReadings };
    const found = once(async () => {
      if (!hasCopies) {
        const { rows, ...known } = await searchPlaces(em, search, wanted);
        return { ...connection(rows, wanted, placedEdge), ...known };
      }
      const { rows, ...known } = await searchPage(em, search, wanted);
      return { ...connection(rows, wanted, (row) => edgeOf(row, search.at)), ...known };
    });
    return { search, found, hasReadings };
  }

  @Public()
  @Query(() => LearningOpportunity, {
    nullable: true,
    description:
      'What an id means, whichever department offers it, cancelled and withdrawn ones too (学習機会).',
  })
  opportunity(
    @Arg('id', () => ID, { description: 'Its id (識別子).' }) id: string,
    @Ctx() context: Context,
  ): Promise<LearningOpportunity | null> {
    return opportunityReference({ id }, context);
  }
}

/** An opportunity as the graph sees it here: whose it is, and its id. */
export type KnownNode = LearningOpportunity & { __typename: string };

/** What a reference to any opportunity means: its id, with the type to which it belongs. */
export const opportunityReference = async (
  { id }: { id: string },
  context: Context,
): Promise<KnownNode | null> => {
  const known = await context.loaders.of(opportunityById).load(id);
  return known && opportunityNode({ __typename: known.kind, id }, context);
};

/** Gives what this service itself keeps whole, for nobody is asked for it again; of all else the id. */
export async function opportunityNode(node: KnownNode, { loaders }: Context): Promise<KnownNode> {
  if (node.__typename !== ExternalOffering.name) return node;
  const offering = await loaders.of(externalOfferingById).load(node.id);
  return offering ? Object.assign(offering, { __typename: node.__typename }) : node;
}

/** The same work for all who ask, begun when the first does. */
function once<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let begun: Promise<Result> | undefined;
  return () => (begun ??= work());
}
