import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import {
  Arg,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql';

import type { Context } from '../context.js';

/** Days after which a record that nobody confirmed counts as stale. */
export const staleAfterDays = 365;

/** Where a record comes from and how far it can be trusted. */
@ObjectType({ description: 'Where a record comes from and how far it can be trusted (出典).' })
@Directive('@shareable')
export class Provenance {
  @Directive('@tag(name: "public")')
  @Field(() => String, {
    description: 'Code of the department that answers for it (担当部署).',
    simple: true,
  })
  department!: string;

  @Directive('@tag(name: "public")')
  @Field(() => String, {
    nullable: true,
    description: 'Data set it was read from (データセット).',
    simple: true,
  })
  dataset?: string | null;

  @Directive('@tag(name: "public")')
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Moment for which it held (時点).',
    simple: true,
  })
  asOf?: Date | null;

  @Directive('@tag(name: "public")')
  @Field(() => String, {
    nullable: true,
    description: 'Licence under which it may be used (ライセンス).',
    simple: true,
  })
  licence?: string | null;

  @Directive('@tag(name: "public")')
  @Field(() => Boolean, {
    description: 'True for a composed example that is no fact of the city (見本).',
    simple: true,
  })
  sample!: boolean;

  /** Since when a newer delivery should be there: one is overdue, or waits for a person. ISO 8601; set by who takes deliveries. */
  overdueSince?: string | null;
}

/** Tells whether a record is too old to be relied on. */
@Resolver(() => Provenance)
export class ProvenanceResolver {
  @Directive('@tag(name: "public")')
  @FieldResolver(() => Boolean, {
    description:
      'True when nobody confirmed it for a year, or ever, or when its next delivery is overdue (要確認).',
  })
  stale(
    @Root() provenance: Provenance,
    @Ctx() { now }: Context,
    @Arg('at', () => GraphQLDateTime, {
      nullable: true,
      description: 'The moment; now when absent (時点).',
    })
    at?: Date | null,
  ): boolean {
    return isStale(provenance, at ?? now);
  }
}

/** Whether nobody confirmed a record for a year before a moment, or ever, or its next delivery is overdue then. */
export function isStale({ asOf, overdueSince }: Provenance, at: Date): boolean {
  if (!asOf) return true;
  if (overdueSince && at.getTime() >= Date.parse(overdueSince)) return true;
  const age = at.getTime() - new Date(asOf).getTime();
  return age > staleAfterDays * 24 * 60 * 60 * 1000;
}
