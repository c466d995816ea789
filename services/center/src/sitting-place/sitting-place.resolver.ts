import { Public } from '@manabi/kit/column';
import { type Connection, connection } from '@manabi/kit/connection/connection';
import { paged } from '@manabi/kit/connection/connection-type';
import { readCursor, writeCursor } from '@manabi/kit/connection/cursor';
import { PageInfo } from '@manabi/kit/connection/page-info';
import { pageSize } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import { Tri } from '@manabi/kit/value/tri';
import {
  Args,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { z } from 'zod';

import { Facility } from '../facility/facility.entity.js';
import { facilityByCode } from '../facility/facility.loader.js';
import { SittingPlaceEdge } from './sitting-place.entity.js';
import { SittingPlaceArguments } from './sitting-place.input.js';
import { type SittingPlaceRow, sittingPlacesWithin } from './sitting-place.repository.js';
import { mayCome, metresPerMinute, sittingAt, walkMinutes } from './sitting-place.rules.js';
import { SittingPlace } from './sitting-place.stub.js';

/** A page of places to sit. */
@ObjectType({ description: 'A page of places to sit, nearest first (過ごせる場所の一覧).' })
export class SittingPlaceConnection implements Connection<SittingPlaceEdge> {
  @Public()
  @Directive('@semanticNonNull')
  @Field(() => [SittingPlaceEdge], {
    nullable: true,
    description: 'What is on this page (一覧の項目).',
    simple: true,
  })
  edges!: readonly SittingPlaceEdge[];

  @Public()
  @Directive('@semanticNonNull')
  @Field(() => PageInfo, {
    nullable: true,
    description: 'Where the page stands (ページ情報).',
    simple: true,
  })
  pageInfo!: PageInfo;
}

const place = z.tuple([z.number(), z.string()]);

/** Answers where one may simply sit. */
@Resolver(() => SittingPlaceEdge)
export class SittingPlaceResolver {
  @Public()
  @Directive('@cost(weight: 5)')
  @Directive(paged)
  @Query(() => SittingPlaceConnection, {
    nullable: true,
    description:
      'Where somebody may simply sit, by the time it takes to walk there; what is known to be closed, or not for that age, is left out (ひとりで過ごせる場所).',
  })
  async sittingPlaces(
    @Args(() => SittingPlaceArguments) asked: SittingPlaceArguments,
    @Ctx() { em, now }: Context,
  ): Promise<Connection<SittingPlaceEdge>> {
    const size = pageSize(asked);
    const at = asked.at ?? now;
    const metres = asked.withinMinutes * metresPerMinute;
    const [reached, after] = asked.after ? readCursor(asked.after, place) : [-1, ''];
    const rows = await sittingPlacesWithin(em, asked.near, { metres, at });
    const fitting = rows
      .filter((row) => row.metres > reached || (row.metres === reached && row.id > after))
      .map((row) => edgeOf(row, at))
      .filter((edge) => fits(edge, asked));
    return connection(fitting.slice(0, size + 1), { size, after: asked.after }, (edge) => edge);
  }

  @Public()
  @FieldResolver(() => Facility, { nullable: true, description: 'The house it is in (施設).' })
  facility(
    @Root() { facilityCode }: SittingPlaceEdge,
    @Ctx() { loaders }: Context,
  ): Promise<Facility | null> {
    return loaders.of(facilityByCode).load(facilityCode);
  }

  @Public()
  @FieldResolver(() => SittingPlace, {
    nullable: true,
    description: 'All that its owner tells of it (詳細).',
  })
  node(@Root() { id, kind }: SittingPlaceEdge): SittingPlace & { __typename: string } {
    return { __typename: kind, id };
  }
}

function fits(edge: SittingPlaceEdge, asked: SittingPlaceArguments): boolean {
  if (!mayCome(edge.ages, asked.age ?? null)) return false;
  if (asked.quiet && edge.quiet !== Tri.YES) return false;
  if (asked.openUntil) return edge.closesAt !== null && edge.closesAt >= asked.openUntil;
  return edge.openNow !== Tri.NO || (asked.includeClosed ?? false);
}

function edgeOf(row: SittingPlaceRow, at: Date): SittingPlaceEdge {
  const { id, kind, facilityCode, data, metres } = row;
  return {
    id,
    kind,
    facilityCode,
    cursor: writeCursor([metres, id]),
    department: data.provenance.department,
    name: data.name,
    location: data.location ?? null,
    rules: data.rules,
    wifi: data.wifi ?? Tri.UNKNOWN,
    supervised: data.supervised ?? Tri.UNKNOWN,
    quiet: data.quiet ?? Tri.UNKNOWN,
    seats: data.seats ?? null,
    ages: data.ages ?? null,
    metres: Math.round(metres),
    walkMinutes: walkMinutes(metres),
    ...sittingAt(row, at),
    sample: data.provenance.sample,
  };
}
