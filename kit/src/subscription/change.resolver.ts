import 'reflect-metadata';
import { type ClassType, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { LoaderOf } from '../batch.js';
import { Public } from '../column.js';
import type { Context } from '../context.js';
import { type ChangeFields, ChangeState, stateOf } from './change.fields.js';

/** Gives a type of changes what every change tells; `byId` finds the record as it is now. */
export function changeFields(
  change: ClassType<ChangeFields>,
  byId: LoaderOf<string, object | null>,
): abstract new () => object {
  @Resolver(() => change)
  abstract class ChangeResolver {
    @Public()
    @FieldResolver(() => ChangeState, {
      nullable: true,
      description: 'What has become of it (変更の結果).',
    })
    async state(@Root() { id }: ChangeFields, @Ctx() { loaders }: Context): Promise<ChangeState> {
      return stateOf(await loaders.of(byId).load(id));
    }
  }
  return ChangeResolver;
}
