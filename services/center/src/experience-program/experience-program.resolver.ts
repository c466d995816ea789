import { Public } from '@manabi/kit/column';
import type { Connection, Edge } from '@manabi/kit/connection/connection';
import { connectionType, paged } from '@manabi/kit/connection/connection-type';
import { PageArguments } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { Department } from '../department/department.entity.js';
import { departmentByCode } from '../department/department.loader.js';
import { ExperienceSession } from '../experience-session/experience-session.entity.js';
import { sessionsOfProgram } from '../experience-session/experience-session.loader.js';
import { Facility } from '../facility/facility.entity.js';
import { facilityByCode } from '../facility/facility.loader.js';
import { registerPage } from '../value/page-after.js';
import { ExperienceProgram } from './experience-program.entity.js';
import { ExperienceProgramFilter } from './experience-program.input.js';
import { experienceProgramById } from './experience-program.loader.js';
import { experienceProgramsAfter } from './experience-program.search.js';

const ProgramConnection = connectionType('ExperienceProgram', ExperienceProgram, '体験プログラム');

/** Answers what is asked of experience programmes. */
@Resolver(() => ExperienceProgram)
export class ExperienceProgramResolver {
  @Public()
  @FieldResolver(() => Facility, { nullable: true, description: 'Where it is held (会場).' })
  async venue(
    @Root() { venueCode }: ExperienceProgram,
    @Ctx() { loaders }: Context,
  ): Promise<Facility | null> {
    return venueCode ? loaders.of(facilityByCode).load(venueCode) : null;
  }

  @Public()
  @FieldResolver(() => Department, { nullable: true, description: 'Who holds it (担当部署).' })
  async department(
    @Root() { departmentCode }: ExperienceProgram,
    @Ctx() { loaders }: Context,
  ): Promise<Department | null> {
    return departmentCode ? loaders.of(departmentByCode).load(departmentCode) : null;
  }

  @Public()
  @Directive('@listSize(assumedSize: 5)')
  @FieldResolver(() => [ExperienceSession], {
    nullable: true,
    description: 'The next times at which it is held, cancelled ones too; twenty at most (開催回).',
  })
  async sessions(
    @Root() { id }: ExperienceProgram,
    @Ctx() { loaders, now }: Context,
    @Arg('from', () => GraphQLDateTime, {
      nullable: true,
      description: 'Those that end after this moment; now when absent (時点).',
    })
    from?: Date,
  ): Promise<ExperienceSession[]> {
    const moment = (from ?? now).toISOString();
    const found = await loaders.of(sessionsOfProgram).load({ id, from: moment });
    return found.map(({ session }) => session);
  }

  @Public()
  @Query(() => ExperienceProgram, {
    nullable: true,
    description: 'An experience programme by id (体験プログラム).',
  })
  experienceProgram(
    @Arg('id', () => ID, { description: 'The id (識別子).' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<ExperienceProgram | null> {
    return loaders.of(experienceProgramById).load(id);
  }

  @Public()
  @Directive(paged)
  @Query(() => ProgramConnection, {
    nullable: true,
    description:
      'Experience programmes of every department, in a stable order (体験プログラム検索).',
  })
  experiencePrograms(
    @Arg('filter', () => ExperienceProgramFilter, {
      nullable: true,
      description: 'Which ones (絞り込み).',
    })
    filter: ExperienceProgramFilter | undefined,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { em }: Context,
  ): Promise<Connection<Edge<ExperienceProgram>>> {
    return registerPage(page, 'id', (wanted) => experienceProgramsAfter(em, filter ?? {}, wanted));
  }
}

/** What a reference to an experience programme means. */
export const experienceProgramReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<ExperienceProgram | null> => loaders.of(experienceProgramById).load(id);
