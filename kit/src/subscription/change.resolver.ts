import 'reflect-metadata';
import {
  Args,
  type ClassType,
  Ctx,
  Directive,
  FieldResolver,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';

import type { LoaderOf } from '../batch.js';
import { Public } from '../column.js';
import type { Context } from '../context.js';
import { ChangeArguments, type ChangeFields, ChangeState, stateOf } from './change.fields.js';
import type { RecordChange } from './change.js';
import { changesOf } from './changes-of.js';

/** A kind of record whose changes are told to whoever subscribes. */
export interface ToldRecord {
  /** The class of the record; its name is its kind in the feed. */
  readonly record: ClassType;
  readonly byId: LoaderOf<string, object | null>;
  /** What one is called, in English and in Japanese. */
  readonly words: { readonly en: string; readonly ja: string };
}

/** Tells the changes of one kind of record: `courseChanged` for `Course`, each with the record as it is now. */
export function changeResolver(
  change: ClassType<ChangeFields>,
  { record, byId, words }: ToldRecord,
): Function {
  const field = record.name.charAt(0).toLowerCase() + record.name.slice(1);

  @Resolver(() => change)
  class ChangeResolver {
    @Public()
    @Directive('@cost(weight: 10)')
    @Subscription(() => change, {
      name: `${field}Changed`,
      description: `Tells each ${words.en} that is new, changes or is withdrawn; changes in quick succession may be told as one (${words.ja}の変更通知).`,
      subscribe: changesOf(record.name),
    })
    changed(
      @Root() told: RecordChange,
      // Read where the changes are chosen, in changesOf; here it only tells the graph its arguments.
      // oxlint-disable-next-line no-unused-vars
      @Args(() => ChangeArguments) _: ChangeArguments,
    ): ChangeFields {
      return told;
    }

    @Public()
    @FieldResolver(() => ChangeState, {
      nullable: true,
      description: 'What has become of it (変更の結果).',
    })
    async state(@Root() { id }: ChangeFields, @Ctx() { loaders }: Context): Promise<ChangeState> {
      return stateOf(await loaders.of(byId).load(id));
    }

    @Public()
    @FieldResolver(() => record, {
      name: field,
      nullable: true,
      description: `As it is now; null when it is there no more (${words.ja}).`,
    })
    now(@Root() { id }: ChangeFields, @Ctx() { loaders }: Context): Promise<object | null> {
      return loaders.of(byId).load(id);
    }
  }
  return ChangeResolver;
}
