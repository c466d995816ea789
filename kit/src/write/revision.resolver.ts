import 'reflect-metadata';
import { type ClassType, Ctx, Directive, FieldResolver, Int, Resolver, Root } from 'type-graphql';

import { type LoaderOf, one } from '../batch.js';
import type { Context } from '../context.js';
import { type RevisionOf, revisionsOf } from './revision.repository.js';

/** Gives a type of records the revision that its editors send back with their changes. */
export function revisionField(type: ClassType<{ readonly id: string }>): abstract new () => object {
  const byId: LoaderOf<string, RevisionOf | null> = (em) =>
    one(
      (ids) => revisionsOf(em, type.name, ids),
      ({ id }) => id,
    );

  @Resolver(() => type)
  abstract class RevisionResolver {
    @Directive('@authenticated')
    @FieldResolver(() => Int, {
      nullable: true,
      description:
        'Counts what was written to it: send it back with a change, which is refused when somebody was quicker (版).',
    })
    async revision(
      @Root() { id }: { readonly id: string },
      @Ctx() { loaders }: Context,
    ): Promise<number> {
      return (await loaders.of(byId).load(id))?.revision ?? 0;
    }
  }
  return RevisionResolver;
}
