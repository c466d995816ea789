import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { Department } from '../department/department.entity.js';
import { departmentByCode } from '../department/department.loader.js';
import { Person } from '../person/person.entity.js';
import { LedFor } from '../value/led-for.js';
import { engagementsOfPerson } from './engagement.loader.js';

/** Gives a person the departments for which they led something, as the index has read them. */
@Resolver(() => Person)
export class EngagementResolver {
  @Public()
  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [LedFor], {
    nullable: true,
    description:
      'For which departments the person led something, by what the index has read (部署ごとの担当実績).',
  })
  async ledFor(@Root() { id }: Person, @Ctx() { loaders }: Context): Promise<LedFor[]> {
    const found = await loaders.of(engagementsOfPerson).load(id);
    return found.map(({ department, times, lastAt }) => ({
      departmentCode: department,
      times,
      lastAt,
    }));
  }
}

/** Gives each such record its department. */
@Resolver(() => LedFor)
export class LedForResolver {
  @Public()
  @FieldResolver(() => Department, { nullable: true, description: 'The department (部署).' })
  department(
    @Root() { departmentCode }: LedFor,
    @Ctx() { loaders }: Context,
  ): Promise<Department | null> {
    return loaders.of(departmentByCode).load(departmentCode);
  }
}
