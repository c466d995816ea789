import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import { seatsTold } from '@manabi/kit/vocabulary/seats';
import { Ctx, Directive, FieldResolver, Int, Resolver, Root } from 'type-graphql';

import { ExperienceProgram } from '../experience-program/experience-program.entity.js';
import { experienceProgramById } from '../experience-program/experience-program.loader.js';
import { Person } from '../person/person.entity.js';
import { ExperienceSession } from './experience-session.entity.js';
import { experienceSessionById, supportersOfSession } from './experience-session.loader.js';

/** Answers what is asked of the times of experience programmes. */
@Resolver(() => ExperienceSession)
export class ExperienceSessionResolver {
  @Public()
  @FieldResolver(() => ExperienceProgram, {
    nullable: true,
    description: 'The programme (体験プログラム).',
  })
  program(
    @Root() { programId }: ExperienceSession,
    @Ctx() { loaders }: Context,
  ): Promise<ExperienceProgram | null> {
    return loaders.of(experienceProgramById).load(programId);
  }

  @Public()
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Places that are left, in the steps of "seats"; null where the count is not known (残り人数の目安).',
  })
  placesLeft(@Root() { capacity, taken }: ExperienceSession): number | null {
    return seatsTold({ capacity, taken })?.left ?? null;
  }

  @Public()
  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [Person], {
    nullable: 'itemsAndList',
    description: 'People of the talent bank who are promised to it (支援者).',
  })
  async supporters(
    @Root() { id }: ExperienceSession,
    @Ctx() { loaders }: Context,
  ): Promise<Person[]> {
    const found = await loaders.of(supportersOfSession).load(id);
    return found.map(({ person }) => person);
  }

  @Public()
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Supporters that are still missing (不足している支援者の数).',
  })
  async supportersMissing(
    @Root() { id, supportersNeeded }: ExperienceSession,
    @Ctx() { loaders }: Context,
  ): Promise<number> {
    const found = await loaders.of(supportersOfSession).load(id);
    return Math.max(0, (supportersNeeded ?? 0) - found.length);
  }
}

/** What a reference to a time of a programme means. */
export const experienceSessionReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<ExperienceSession | null> => loaders.of(experienceSessionById).load(id);
