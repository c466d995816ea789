import { Public } from '@manabi/kit/column';
import type { Connection, Edge } from '@manabi/kit/connection/connection';
import { connectionType, paged } from '@manabi/kit/connection/connection-type';
import { PageArguments } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import { ApplicationState, applicationState } from '@manabi/kit/vocabulary/application-state';
import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { Facility } from '../facility/facility.entity.js';
import { facilityByCode } from '../facility/facility.loader.js';
import { registerPage } from '../value/page-after.js';
import { ExternalOffering } from './external-offering.entity.js';
import { ExternalOfferingFilter } from './external-offering.input.js';
import { externalOfferingById } from './external-offering.loader.js';
import { externalOfferingsAfter } from './external-offering.search.js';

// Not the kit's opportunityFields: they tell of places and subjects that another service keeps; these are ours.

const OfferingConnection = connectionType('ExternalOffering', ExternalOffering, '市以外の学習機会');

/** Answers what is asked of what others offer. */
@Resolver(() => ExternalOffering)
export class ExternalOfferingResolver {
  @Public()
  @FieldResolver(() => Facility, { nullable: true, description: 'Where it takes place (会場).' })
  async venue(
    @Root() { venueCode }: ExternalOffering,
    @Ctx() { loaders }: Context,
  ): Promise<Facility | null> {
    return venueCode ? loaders.of(facilityByCode).load(venueCode) : null;
  }

  @Public()
  @FieldResolver(() => ApplicationState, {
    nullable: true,
    description: 'Whether one can apply at a moment (申込状況). Computed, never stored.',
  })
  applicationState(
    @Root() offering: ExternalOffering,
    @Ctx() { now }: Context,
    @Arg('at', () => GraphQLDateTime, {
      nullable: true,
      description: 'The moment; now when absent (時点).',
    })
    at?: Date,
  ): ApplicationState {
    return applicationState(offering, at ?? now);
  }

  @Public()
  @Query(() => ExternalOffering, {
    nullable: true,
    description: 'What another provider offers, by id (市以外の学習機会).',
  })
  externalOffering(
    @Arg('id', () => ID, { description: 'The id (識別子).' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<ExternalOffering | null> {
    return loaders.of(externalOfferingById).load(id);
  }

  @Public()
  @Directive(paged)
  @Query(() => OfferingConnection, {
    nullable: true,
    description:
      'What other providers offer and is not over, in a stable order (市以外の学習機会の一覧).',
  })
  externalOfferings(
    @Arg('filter', () => ExternalOfferingFilter, {
      nullable: true,
      description: 'Which ones (絞り込み).',
    })
    filter: ExternalOfferingFilter | undefined,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { em, now }: Context,
  ): Promise<Connection<Edge<ExternalOffering>>> {
    const asked = Object.assign({}, filter, { at: filter?.at ?? now });
    return registerPage(page, 'id', (wanted) => externalOfferingsAfter(em, asked, wanted));
  }
}

/** What a reference to an outside offering means. */
export const externalOfferingReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<ExternalOffering | null> => loaders.of(externalOfferingById).load(id);
