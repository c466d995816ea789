import { Public } from '@manabi/kit/column';
import { type Connection, type Edge, connection } from '@manabi/kit/connection/connection';
import { connectionType, pageOf, paged } from '@manabi/kit/connection/connection-type';
import { PageArguments } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import { GraphQLDateTime } from 'graphql-scalars';
import {
  Args,
  ArgsType,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  InputType,
  Resolver,
  Root,
} from 'type-graphql';

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

/** A stretch of time in which childcare is looked for. */
@InputType({ description: 'A stretch of time, both ends included; an absent end is open (期間).' })
class ChildcarePeriod {
  @Field(() => GraphQLDateTime, { nullable: true, description: 'First moment (開始).' })
  from?: Date | null;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'Last moment (終了).' })
  to?: Date | null;
}

/** Before anything took place. */
const everBefore = new Date('0001-01-01T00:00:00Z');

/** Which page of a facility's childcare is wanted. */
@ArgsType()
class ChildcareArguments extends PageArguments {
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'The moment; now when absent (時点).',
  })
  at?: Date | null;

  @Field(() => ChildcarePeriod, {
    nullable: true,
    description: 'Only what lies in this time or reaches into it, also before "at" (期間).',
  })
  in?: ChildcarePeriod | null;
}

/** Gives a facility its childcare. */
@Resolver(() => Facility)
export class FacilityChildcareResolver {
  @Public()
  @Directive(paged)
  @FieldResolver(() => ChildcareSessionConnection, {
    nullable: true,
    description:
      'Childcare in it that is not over yet, or in a period, earliest first; cancelled ones say so (保育付きの予定).',
  })
  async childcare(
    @Root() { code }: Facility,
    @Args(() => ChildcareArguments) { at, in: period, ...page }: ChildcareArguments,
    @Ctx() { loaders, now }: Context,
  ): Promise<Connection<Edge<ChildcareSession>>> {
    const from = period ? (period.from ?? everBefore) : (at ?? now);
    const to = period?.to?.toISOString() ?? null;
    const wanted = { ...pageOf(code, page), from: from.toISOString(), to };
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
