import { Entity } from '@mikro-orm/decorators/legacy';
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

import { Key, Public } from '../column.js';
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

/** A gauge of the harbour; the wind at a ship is read off the nearest. */
@Entity()
@ObjectType({ description: 'A wind gauge (風速計).' })
class Gauge {
  @Key('Its id (識別子).') id!: string;
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
  entities: [Gauge],
  migrations: [migrationStep('first', [...feedTables, 'create table gauge (id text primary key)'])],
  resolvers: [WindResolver],
  types: [Ship],
  references: { Ship: (reference: { id: string }) => reference },
  published: {},
};
