import {
  Directive,
  Field,
  FieldResolver,
  ID,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';

import { Public } from '../column.js';
import { migrationStep } from '../database.js';
import { feedTables } from '../feed/feed.tables.js';
import type { Service } from '../service.js';

/** A ship; kept elsewhere. */
@ObjectType({ description: 'A ship (船).' })
@Directive('@key(fields: "id")')
class Ship {
  @Public()
  @Field(() => ID, { description: 'Its id (識別子).', simple: true })
  id!: string;
}

/** Knows the wind at every ship. */
@Resolver(() => Ship)
class WindResolver {
  @Public()
  @Query(() => String, { nullable: true, description: 'The wind in the harbour (港の風).' })
  wind(): string {
    return 'west';
  }

  @Public()
  @FieldResolver(() => String, {
    nullable: true,
    name: 'windAtShip',
    description: 'The wind at the ship (風).',
  })
  atShip(@Root() { id }: Ship): string {
    return `wind at ${id}`;
  }
}

/** Another department, which adds to the ships of the harbour. */
export const weather: Service = {
  name: 'weather',
  entities: [],
  migrations: [migrationStep('first', feedTables)],
  resolvers: [WindResolver],
  references: { Ship: (reference: { id: string }) => reference },
  published: {},
};
