import { Public } from '@manabi/kit/column';
import type { Connection, Edge } from '@manabi/kit/connection/connection';
import { connectionType, paged } from '@manabi/kit/connection/connection-type';
import { PageArguments } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import { Tri } from '@manabi/kit/value/tri';
import { revisionField } from '@manabi/kit/write/revision.resolver';
import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { Department } from '../department/department.entity.js';
import { departmentByCode } from '../department/department.loader.js';
import { Facility } from '../facility/facility.entity.js';
import { facilityByCode } from '../facility/facility.loader.js';
import { isConfirmationDue } from '../value/confirmation.js';
import { registerPage } from '../value/page-after.js';
import { Desk } from './desk.entity.js';
import { DeskFilter } from './desk.input.js';
import { deskById } from './desk.loader.js';
import { desksAfter, isDeskOpen } from './desk.search.js';

const DeskConnection = connectionType('Desk', Desk, '窓口');

/** Answers what is asked of advice desks. */
@Resolver(() => Desk)
export class DeskResolver extends revisionField(Desk) {
  @Public()
  @FieldResolver(() => Facility, { nullable: true, description: 'Where it is (所在施設).' })
  async venue(@Root() { venueCode }: Desk, @Ctx() { loaders }: Context): Promise<Facility | null> {
    return venueCode ? loaders.of(facilityByCode).load(venueCode) : null;
  }

  @Public()
  @FieldResolver(() => Department, { nullable: true, description: 'Whose it is (担当部署).' })
  async department(
    @Root() { departmentCode }: Desk,
    @Ctx() { loaders }: Context,
  ): Promise<Department | null> {
    return departmentCode ? loaders.of(departmentByCode).load(departmentCode) : null;
  }

  @Public()
  @FieldResolver(() => Tri, {
    nullable: true,
    description: 'Whether it is open at a moment, by its own hours (受付中かどうか).',
  })
  openNow(
    @Root() desk: Desk,
    @Ctx() { now }: Context,
    @Arg('at', () => GraphQLDateTime, {
      nullable: true,
      description: 'The moment; now when absent (時点).',
    })
    at?: Date,
  ): Tri {
    return isDeskOpen(desk, at ?? now);
  }

  @Public()
  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'True when nobody confirmed the entry for a year, or ever (要確認).',
  })
  confirmationDue(
    @Root() { confirmedAt }: Desk,
    @Ctx() { now }: Context,
    @Arg('at', () => GraphQLDateTime, {
      nullable: true,
      description: 'The moment; now when absent (時点).',
    })
    at?: Date,
  ): boolean {
    return isConfirmationDue(confirmedAt, at ?? now);
  }

  @Public()
  @Query(() => Desk, { nullable: true, description: 'A desk by id (相談窓口).' })
  desk(
    @Arg('id', () => ID, { description: 'The id (識別子).' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Desk | null> {
    return loaders.of(deskById).load(id);
  }

  @Public()
  @Directive(paged)
  @Query(() => DeskConnection, {
    nullable: true,
    description: 'Advice desks, in a stable order (窓口検索).',
  })
  desks(
    @Arg('filter', () => DeskFilter, { nullable: true, description: 'Which ones (絞り込み).' })
    filter: DeskFilter | undefined,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { em }: Context,
  ): Promise<Connection<Edge<Desk>>> {
    return registerPage(page, 'id', (wanted) => desksAfter(em, filter ?? {}, wanted));
  }
}

/** What a reference to a desk means. */
export const deskReference = ({ id }: { id: string }, { loaders }: Context): Promise<Desk | null> =>
  loaders.of(deskById).load(id);
