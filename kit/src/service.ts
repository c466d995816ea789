import type { Constructor } from '@mikro-orm/core';

import type { Context } from './context.js';
import type { DailyWork } from './daily-work.js';
import type { Follows } from './feed/feed.follow.js';
import type { Publisher } from './feed/publisher.js';
import type { MigrationStep } from './database.js';

/** Finds what a reference of another service means; null when nothing has that key. */
export type ReferenceResolver = (
  // Keys arrive as the other service sent them, with the fields that @requires asked for.
  reference: never,
  context: Context,
) => Promise<object | null> | object | null;

/** A department's service said as a table of contents: what it keeps, what it shows, what it tells others. */
export interface Service {
  /** Name in the supergraph, in lower case. */
  readonly name: string;
  /** Tables. */
  readonly entities: readonly Constructor[];
  /** Steps that make those tables, oldest first. */
  readonly migrations: readonly MigrationStep[];
  /** Classes whose methods answer fields. */
  readonly resolvers: readonly [Function, ...Function[]];
  /** Types that no field names but that belong to the schema, e.g. stubs of others' entities. */
  readonly types?: readonly Function[];
  /** For each type name with a resolvable key: what a reference to it means. */
  readonly references: Readonly<Record<string, ReferenceResolver>>;
  /** For each kind in the change feed: how its records are told to followers. */
  readonly published: Readonly<Record<string, Publisher>>;
  /** SDL that decorators cannot say, e.g. directives on enums. */
  readonly sdl?: string;
  /** Whose feeds it follows, and what it does with them; its migrations hold `followerTable`. */
  readonly follows?: readonly Follows[];
  /** What it does by itself once a day. */
  readonly daily?: readonly DailyWork[];
}
