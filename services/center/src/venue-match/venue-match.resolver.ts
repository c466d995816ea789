import { type Connection, type Edge, connection } from '@manabi/kit/connection/connection';
import { paged } from '@manabi/kit/connection/connection-type';
import { PageArguments, pageSize } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import {
  Arg,
  Args,
  Ctx,
  Directive,
  FieldResolver,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';

import { Facility } from '../facility/facility.entity.js';
import { facilityByCode } from '../facility/facility.loader.js';
import { DecideVenueMatchAnswer } from '../value/decide-venue-answer.js';
import { FacilityMatch } from '../value/facility-match.js';
import { VenueMatchConnection } from '../value/venue-match-page.js';
import { VenueMatch, VenueMatchStatus } from './venue-match.entity.js';
import {
  facilityUnknown,
  venueMatchAlreadyDecided,
  venueMatchUnknown,
} from './venue-match.errors.js';
import { DecideVenueMatchInput } from './venue-match.input.js';
import { venueMatchById } from './venue-match.loader.js';
import {
  decideVenue,
  venueMatchCursor,
  venueMatchesAfter,
  venueMatchesByIds,
} from './venue-match.repository.js';

/** Answers what is asked of venues that wait for a person. */
@Resolver(() => VenueMatch)
export class VenueMatchResolver {
  @FieldResolver(() => Facility, {
    nullable: true,
    description: 'The facility that was decided (確定した施設).',
  })
  async facility(
    @Root() { facilityCode }: VenueMatch,
    @Ctx() { loaders }: Context,
  ): Promise<Facility | null> {
    return facilityCode ? loaders.of(facilityByCode).load(facilityCode) : null;
  }

  @Directive('@listSize(assumedSize: 5)')
  @FieldResolver(() => [FacilityMatch], {
    nullable: true,
    description: 'Facilities that it may mean, best first (候補).',
  })
  candidates(@Root() { candidates }: VenueMatch): FacilityMatch[] {
    return candidates.map((candidate) => Object.assign(new FacilityMatch(), candidate));
  }

  @Directive('@authenticated')
  @Directive(paged)
  @Query(() => VenueMatchConnection, {
    nullable: true,
    description: 'Venues as written that wait for a person, first seen first (会場の照合待ち一覧).',
  })
  async venueMatches(
    @Arg('status', () => VenueMatchStatus, {
      defaultValue: VenueMatchStatus.WAITING,
      description: 'Where the question stands (状態).',
    })
    status: VenueMatchStatus,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { em }: Context,
  ): Promise<Connection<Edge<VenueMatch>>> {
    const wanted = { size: pageSize(page), after: page.after ?? null };
    const rows = await venueMatchesAfter(em, status, {
      limit: wanted.size + 1,
      after: wanted.after,
    });
    return connection(rows, wanted, (node) => ({ cursor: venueMatchCursor(node), node }));
  }

  @Directive('@requiresScopes(scopes: [["venue.decide"]])')
  @Mutation(() => DecideVenueMatchAnswer, {
    nullable: true,
    description:
      'Decides which facility a venue as written means; its spelling leads there from then on (会場照合の確定).',
  })
  async decideVenueMatch(
    @Arg('input', () => DecideVenueMatchInput, { description: 'The decision (確定内容).' })
    { id, facilityCode, room }: DecideVenueMatchInput,
    @Ctx() { em, loaders, now }: Context,
  ): Promise<DecideVenueMatchAnswer> {
    if (facilityCode != null) {
      const facility = await loaders.of(facilityByCode).load(facilityCode);
      if (!facility || facility.withdrawnAt) return facilityUnknown(facilityCode);
    }
    const decision = { id, facilityCode: facilityCode ?? null, room: room ?? null, at: now };
    const match = await decideVenue(em, decision);
    if (match) return { __typename: 'VenueMatchDecided', match };
    const [standing] = await venueMatchesByIds(em, [id]);
    return standing ? venueMatchAlreadyDecided(standing) : venueMatchUnknown();
  }
}

/** What a reference to a waiting venue means. */
export const venueMatchReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<VenueMatch | null> => loaders.of(venueMatchById).load(id);
