import { Entity } from '@mikro-orm/decorators/legacy';
import {
  Arg,
  Args,
  Ctx,
  Directive,
  FieldResolver,
  ID,
  ObjectType,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';

import { type LoaderOf, one } from '../batch.js';
import { Key, Public, Text } from '../column.js';
import type { Context } from '../context.js';
import { migrationStep } from '../database.js';
import { feedTables, followed } from '../feed/feed.tables.js';
import type { Service } from '../service.js';
import type { RecordChange } from '../subscription/change.js';
import {
  ChangeArguments,
  ChangeFields,
  ChangeState,
  stateOf,
} from '../subscription/change.fields.js';
import { changesOf } from '../subscription/changes-of.js';

/** A ship that lies in the harbour. */
@Entity()
@ObjectType({ description: 'A ship (船).' })
@Directive('@key(fields: "id")')
export class Ship {
  @Key('Its id (識別子).') id!: string;
  @Text('Its name (船名).', { public: true }) name?: string | null;
  @Text('What it carries (積荷).', { scopes: ['harbour.cargo'] }) cargo?: string | null;
}

/** A change of a ship. */
@ObjectType({ description: 'A change of a ship (船の変更).' })
export class ShipChange extends ChangeFields {}

const shipById: LoaderOf<string, Ship | null> = (em) =>
  one(
    (ids) => em.find(Ship, { id: { $in: [...ids] } }),
    (ship) => ship.id,
  );

/** Answers what is asked of ships. */
@Resolver(() => Ship)
class ShipResolver {
  @Public()
  @Query(() => Ship, { nullable: true, description: 'A ship by its id (船).' })
  ship(
    @Arg('id', () => ID, { description: 'Its id (識別子).' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Ship | null> {
    return loaders.of(shipById).load(id);
  }
}

/** Tells the changes of ships. */
@Resolver(() => ShipChange)
class ShipChangeResolver {
  @Public()
  @Subscription(() => ShipChange, {
    description: 'Tells every ship that changes (船の変更通知).',
    subscribe: changesOf('Ship'),
  })
  shipChanged(
    @Root() change: RecordChange,
    // Read where the changes are chosen, in changesOf; here it only tells the graph its arguments.
    // oxlint-disable-next-line no-unused-vars
    @Args(() => ChangeArguments) _: ChangeArguments,
  ): ShipChange {
    return change;
  }

  @Directive('@requiresScopes(scopes: [["harbour.cargo"]])')
  @Subscription(() => ShipChange, {
    description: 'Tells the customs every ship that changes (税関への通知).',
    subscribe: changesOf('Ship'),
  })
  cargoChanged(
    @Root() change: RecordChange,
    // Read where the changes are chosen, in changesOf; here it only tells the graph its arguments.
    // oxlint-disable-next-line no-unused-vars
    @Args(() => ChangeArguments) _: ChangeArguments,
  ): ShipChange {
    return change;
  }

  @Public()
  @FieldResolver(() => Ship, { nullable: true, description: 'The ship as it is now (船).' })
  ship(@Root() { id }: ShipChange, @Ctx() { loaders }: Context): Promise<Ship | null> {
    return loaders.of(shipById).load(id);
  }

  @Public()
  @FieldResolver(() => ChangeState, {
    nullable: true,
    description: 'What has become of it (変更の結果).',
  })
  async state(@Root() { id }: ShipChange, @Ctx() { loaders }: Context): Promise<ChangeState> {
    return stateOf(await loaders.of(shipById).load(id));
  }
}

/** A department with ships that come and go. */
export const harbour: Service = {
  name: 'harbour',
  entities: [Ship],
  migrations: [
    migrationStep('first', [
      ...feedTables,
      'create table ship (id text primary key, name text, cargo text)',
      ...followed('ship', 'Ship'),
    ]),
  ],
  resolvers: [ShipResolver, ShipChangeResolver],
  references: {
    Ship: ({ id }: { id: string }, { loaders }: Context) => loaders.of(shipById).load(id),
  },
  published: {},
};
