import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { Department } from '../department/department.entity.js';
import { departmentByCode } from '../department/department.loader.js';
import { AffectedDepartment } from './affected.entity.js';

/** Gives a department that loses something from the register. */
@Resolver(() => AffectedDepartment)
export class AffectedDepartmentResolver {
  @Public()
  @FieldResolver(() => Department, { nullable: true, description: 'The department (部署).' })
  department(
    @Root() { departmentCode }: AffectedDepartment,
    @Ctx() { loaders }: Context,
  ): Promise<Department | null> {
    return loaders.of(departmentByCode).load(departmentCode);
  }
}
