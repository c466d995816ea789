import { Public } from '@manabi/kit/column';
import { type Connection, type Edge, connection } from '@manabi/kit/connection/connection';
import { connectionType, pageOf, paged } from '@manabi/kit/connection/connection-type';
import { PageArguments } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import { GraphQLDateTime } from 'graphql-scalars';
import { Args, ArgsType, Ctx, Directive, Field, FieldResolver, Resolver, Root } from 'type-graphql';

import { Facility } from '../facility/facility.stub.js';
import { ChildcareSession } from './childcare.entity.js';
import { childcareById, childcareOfFacility } from './childcare.loader.js';
import { childcareCursor } from './childcare.repository.js';

const ChildcareSessionConnection = connectionType('ChildcareSession', ChildcareSession, '保育付き');

/** Gives a session its facility. */
@Resolver(() => ChildcareSession)
export class ChildcareSessionResolver {
  @Public()
  @FieldResolver(() => Facility, { nullable: true, description: 'Where it takes place (会場).' })
  facility(@Root() { facilityCode }: ChildcareSession): Facility | null {
    return facilityCode ? { code: facilityCode } : null;
  }
}

/** Which page of a facility's childcare is wanted. */
@ArgsType()
class ChildcareArguments extends PageArguments {
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'The moment; now when absent (時点).',
  })
  at?: Date | null;
}

/** Gives a facility its childcare. */
@Resolver(() => Facility)
export class FacilityChildcareResolver {
  @Public()
  @Directive(paged)
  @FieldResolver(() => ChildcareSessionConnection, {
    nullable: true,
    description: 'Childcare in it that is not over yet, earliest first (保育付きの予定).',
  })
  async childcare(
    @Root() { code }: Facility,
    @Args(() => ChildcareArguments) { at, ...page }: ChildcareArguments,
    @Ctx() { loaders, now }: Context,
  ): Promise<Connection<Edge<ChildcareSession>>> {
    const wanted = { ...pageOf(code, page), from: (at ?? now).toISOString() };
    const listed = await loaders.of(childcareOfFacility).load(wanted);
    return connection(listed, wanted, ({ session }) => ({
      cursor: childcareCursor(session),
      node: session,
    }));
  }
}

/** What a reference to a session means. */
export const childcareReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<ChildcareSession | null> => loaders.of(childcareById).load(id);
