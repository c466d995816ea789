import 'reflect-metadata';
import { type ClassType, FieldResolver, Resolver, Root } from 'type-graphql';

import { type LoaderOf, one } from '../batch.js';
import { Public } from '../column.js';
import type { Context } from '../context.js';
import type { SittingPlaceColumns } from './sitting-place.columns.js';
import { sittingPlacesByIds } from './sitting-place.published.js';

/** The field of such a place that is no column: its house, which another service owns. Give the service's own class and its stub. */
export function sittingPlaceFields(
  type: ClassType<SittingPlaceColumns>,
  stubs: { facility: ClassType },
): ClassType {
  @Resolver(() => type)
  class SittingPlaceFields {
    @Public()
    @FieldResolver(() => stubs.facility, {
      nullable: true,
      description: 'The house it is in (施設).',
    })
    facility(@Root() { facilityCode }: SittingPlaceColumns): { code: string } {
      return { code: facilityCode };
    }
  }
  return SittingPlaceFields;
}

/** What a reference to a place of one table means: a hundred of them cost one query. */
export function sittingPlaceReference<Place extends SittingPlaceColumns>(
  type: ClassType<Place>,
): (reference: { id: string }, context: Context) => Promise<Place | null> {
  const byId: LoaderOf<string, Place | null> = (em) =>
    one(
      (ids) => sittingPlacesByIds(em, type, ids),
      ({ id }) => id,
    );
  return ({ id }, { loaders }) => loaders.of(byId).load(id);
}
