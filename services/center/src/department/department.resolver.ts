import { Public } from '@manabi/kit/column';
import type { Connection, Edge } from '@manabi/kit/connection/connection';
import { connectionType, paged } from '@manabi/kit/connection/connection-type';
import { PageArguments } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import { Arg, Args, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';

import { registerPage } from '../value/page-after.js';
import { Department } from './department.entity.js';
import { departmentByCode } from './department.loader.js';
import { departmentsAfter } from './department.repository.js';

const DepartmentConnection = connectionType('Department', Department, '部署');

/** Answers what is asked of departments. */
@Resolver(() => Department)
export class DepartmentResolver {
  @Public()
  @Query(() => Department, { nullable: true, description: 'A department by its code (担当部署).' })
  department(
    @Arg('code', () => ID, { description: 'Its code (部署コード).' }) code: string,
    @Ctx() { loaders }: Context,
  ): Promise<Department | null> {
    return loaders.of(departmentByCode).load(code);
  }

  @Public()
  @Directive(paged)
  @Query(() => DepartmentConnection, {
    nullable: true,
    description: 'Departments by code (部署一覧).',
  })
  departments(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { em }: Context,
  ): Promise<Connection<Edge<Department>>> {
    return registerPage(page, 'code', (wanted) => departmentsAfter(em, wanted));
  }
}

/** What a reference to a department means. */
export const departmentReference = (
  { code }: { code: string },
  { loaders }: Context,
): Promise<Department | null> => loaders.of(departmentByCode).load(code);
