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
import { type Choice, changesOf } from './changes-of.js';

/** A kind of record whose changes are told to whoever subscribes. */
export interface ToldRecord {
  /** The class of the record; its name is its kind in the feed. */
  readonly record: ClassType;
  readonly byId: LoaderOf<string, object | null>;
  /** What one is called, in English and in Japanese, and what happens to it unless it comes, changes and goes. */
  readonly words: { readonly en: string; readonly ja: string; readonly happens?: string };
  /** Arguments that choose more narrowly than by ids, and how they choose. */
  readonly chosen?: { readonly by: ClassType<ChangeArguments>; readonly choice: Choice };
}

/** Tells the changes of one kind of record: `courseChanged` for `Course`, each with the record as it is now. */
export function changeResolver(
  change: ClassType<ChangeFields>,
  { record, byId, words, chosen }: ToldRecord,
): Function {
  const field = record.name.charAt(0).toLowerCase() + record.name.slice(1);

  @Resolver(() => change)
  class ChangeResolver {
    @Public()
    @Directive('@cost(weight: 10)')
    @Subscription(() => change, {
      name: `${field}Changed`,
      description: descriptionOf(words),
      subscribe: changesOf(record.name, chosen?.choice),
    })
    changed(
      @Root() told: RecordChange,
      // Read where the changes are chosen, in changesOf; here it only tells the graph its arguments.
      // oxlint-disable-next-line no-unused-vars
      @Args(() => chosen?.by ?? ChangeArguments) _: ChangeArguments,
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

function descriptionOf({ en, ja, happens }: ToldRecord['words']): string {
  return `Tells each ${en} that ${happens ?? 'is new, changes or is withdrawn'}; changes in quick succession may be told as one (${ja}の変更通知).`;
}
