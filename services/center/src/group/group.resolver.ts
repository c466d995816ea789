import { Public } from '@manabi/kit/column';
import type { Connection, Edge } from '@manabi/kit/connection/connection';
import { connectionType, paged } from '@manabi/kit/connection/connection-type';
import { PageArguments } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import { revisionField } from '@manabi/kit/write/revision.resolver';
import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { Facility } from '../facility/facility.entity.js';
import { facilityByCode } from '../facility/facility.loader.js';
import { Course } from '../opportunity/opportunity.stub.js';
import { Contact } from '../value/contact.js';
import { isConfirmationDue } from '../value/confirmation.js';
import { registerPage } from '../value/page-after.js';
import { Group } from './group.entity.js';
import { GroupFilter } from './group.input.js';
import { groupById } from './group.loader.js';
import { groupsAfter } from './group.repository.js';

const GroupConnection = connectionType('Group', Group, '団体');

/** Answers what is asked of groups. */
@Resolver(() => Group)
export class GroupResolver extends revisionField(Group) {
  @Public()
  @FieldResolver(() => Facility, {
    nullable: true,
    description: 'Where it usually meets (活動場所).',
  })
  async venue(@Root() { venueCode }: Group, @Ctx() { loaders }: Context): Promise<Facility | null> {
    return venueCode ? loaders.of(facilityByCode).load(venueCode) : null;
  }

  @Public()
  @FieldResolver(() => Course, {
    nullable: true,
    description: 'The course from which new members come (きっかけの講座).',
  })
  fedBy(@Root() { fedByCourseId }: Group): Course | null {
    return fedByCourseId ? { id: fedByCourseId } : null;
  }

  @Directive('@requiresScopes(scopes: [["talent.contact"]])')
  @FieldResolver(() => Contact, {
    nullable: true,
    description:
      'How to reach the group, for those with the scope; null after the registration (連絡先).',
  })
  contact(@Root() { withdrawnAt, email, phone }: Group): Contact | null {
    return withdrawnAt ? null : { email: email ?? null, phone: phone ?? null };
  }

  @Public()
  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'True when nobody confirmed the entry for a year, or ever (要確認).',
  })
  confirmationDue(
    @Root() { confirmedAt }: Group,
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
  @Query(() => Group, { nullable: true, description: 'A group by id (サークル・団体).' })
  group(
    @Arg('id', () => ID, { description: 'The id (識別子).' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Group | null> {
    return loaders.of(groupById).load(id);
  }

  @Public()
  @Directive(paged)
  @Query(() => GroupConnection, {
    nullable: true,
    description: 'Circles and groups, in a stable order (団体検索).',
  })
  groups(
    @Arg('filter', () => GroupFilter, { nullable: true, description: 'Which ones (絞り込み).' })
    filter: GroupFilter | undefined,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { em }: Context,
  ): Promise<Connection<Edge<Group>>> {
    return registerPage(page, 'id', (wanted) => groupsAfter(em, filter ?? {}, wanted));
  }
}

/** What a reference to a group means. */
export const groupReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<Group | null> => loaders.of(groupById).load(id);
