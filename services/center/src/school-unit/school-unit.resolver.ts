import { Public } from '@manabi/kit/column';
import type { Connection, Edge } from '@manabi/kit/connection/connection';
import { connectionType, paged } from '@manabi/kit/connection/connection-type';
import { PageArguments } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import { GraphQLLocalDate } from 'graphql-scalars';
import {
  Arg,
  Args,
  Ctx,
  Directive,
  FieldResolver,
  ID,
  Int,
  Query,
  Resolver,
  Root,
} from 'type-graphql';

import { Person } from '../person/person.entity.js';
import { SiteVisit } from '../site-visit/site-visit.entity.js';
import { Subject } from '../subject/subject.entity.js';
import { subjectsOf } from '../subject/subject.loader.js';
import { registerPage } from '../value/page-after.js';
import { SchoolUnit } from './school-unit.entity.js';
import { GuestArguments, SchoolUnitFilter } from './school-unit.input.js';
import { guestsOfUnit, schoolUnitById, visitsOfUnit } from './school-unit.loader.js';
import { schoolUnitsAfter } from './school-unit.repository.js';

const UnitConnection = connectionType('SchoolUnit', SchoolUnit, '単元');

/** Answers what a school asks for a unit of lessons: who can come, what can be visited. */
@Resolver(() => SchoolUnit)
export class SchoolUnitResolver {
  @Public()
  @Directive('@listSize(assumedSize: 5)')
  @FieldResolver(() => [Subject], {
    nullable: 'itemsAndList',
    description: 'Subjects of classifications to which it leads (分類).',
  })
  subjects(
    @Root() { subjectKeys }: SchoolUnit,
    @Ctx() { loaders }: Context,
  ): Promise<(Subject | null)[]> {
    return subjectsOf(loaders, subjectKeys);
  }

  @Public()
  @Directive('@listSize(assumedSize: 4)')
  @FieldResolver(() => [Int], {
    nullable: true,
    description: 'Months in which it is usually taught, 1 to 12 (学習する月).',
  })
  months(@Root() { months }: SchoolUnit): number[] {
    return months;
  }

  @Public()
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [Person], {
    nullable: 'itemsAndList',
    description:
      'People of the talent bank who know its subject and teach children of its grade, volunteers of schools first; ten at most (ゲストティーチャーの候補).',
  })
  async guestTeachers(
    @Root() { id }: SchoolUnit,
    @Args(() => GuestArguments) { time, districtCode }: GuestArguments,
    @Ctx() { loaders }: Context,
  ): Promise<Person[]> {
    const found = await loaders.of(guestsOfUnit).load({
      id,
      startsAt: time?.startsAt.toISOString() ?? null,
      endsAt: time?.endsAt.toISOString() ?? null,
      districtCode: districtCode ?? null,
    });
    return found.map(({ person }) => person);
  }

  @Public()
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [SiteVisit], {
    nullable: 'itemsAndList',
    description:
      'Places that show something of its subject to classes of its grade; ten at most (見学先の候補).',
  })
  async siteVisits(
    @Root() { id }: SchoolUnit,
    @Ctx() { loaders }: Context,
    @Arg('on', () => GraphQLLocalDate, {
      nullable: true,
      description: 'Those that take classes on this day (見学日).',
    })
    on?: string,
  ): Promise<SiteVisit[]> {
    const found = await loaders.of(visitsOfUnit).load({ id, day: on ?? null });
    return found.map(({ visit }) => visit);
  }

  @Public()
  @Query(() => SchoolUnit, { nullable: true, description: 'A unit of lessons by id (単元).' })
  schoolUnit(
    @Arg('id', () => ID, { description: 'The id (識別子).' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<SchoolUnit | null> {
    return loaders.of(schoolUnitById).load(id);
  }

  @Public()
  @Directive(paged)
  @Query(() => UnitConnection, {
    nullable: true,
    description: 'Units of school lessons, in a stable order (単元検索).',
  })
  schoolUnits(
    @Arg('filter', () => SchoolUnitFilter, {
      nullable: true,
      description: 'Which ones (絞り込み).',
    })
    filter: SchoolUnitFilter | undefined,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { em }: Context,
  ): Promise<Connection<Edge<SchoolUnit>>> {
    return registerPage(page, 'id', (wanted) => schoolUnitsAfter(em, filter ?? {}, wanted));
  }
}

/** What a reference to a unit of lessons means. */
export const schoolUnitReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<SchoolUnit | null> => loaders.of(schoolUnitById).load(id);
