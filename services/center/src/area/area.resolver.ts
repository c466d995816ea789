import { Public } from '@manabi/kit/column';
import type { Connection, Edge } from '@manabi/kit/connection/connection';
import { connectionType, paged } from '@manabi/kit/connection/connection-type';
import { PageArguments } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { SchoolDistrict } from '../school-district/school-district.entity.js';
import { schoolDistrictByCode } from '../school-district/school-district.loader.js';
import { registerPage } from '../value/page-after.js';
import { Area } from './area.entity.js';
import { areaByCode } from './area.loader.js';
import { areasAfter } from './area.repository.js';

const AreaConnection = connectionType('Area', Area, '町字');

/** Answers what is asked of town blocks. */
@Resolver(() => Area)
export class AreaResolver {
  @Public()
  @FieldResolver(() => SchoolDistrict, {
    nullable: true,
    description: 'The school district in which it lies (小学校区).',
  })
  async schoolDistrict(
    @Root() { schoolDistrictCode }: Area,
    @Ctx() { loaders }: Context,
  ): Promise<SchoolDistrict | null> {
    return schoolDistrictCode ? loaders.of(schoolDistrictByCode).load(schoolDistrictCode) : null;
  }

  @Public()
  @Query(() => Area, { nullable: true, description: 'A town block by its code (町字).' })
  area(
    @Arg('code', () => ID, { description: 'Its code (町字ID).' }) code: string,
    @Ctx() { loaders }: Context,
  ): Promise<Area | null> {
    return loaders.of(areaByCode).load(code);
  }

  @Public()
  @Directive(paged)
  @Query(() => AreaConnection, {
    nullable: true,
    description: 'Town blocks by code, of one school district when it is given (町字一覧).',
  })
  areas(
    @Arg('schoolDistrict', () => ID, {
      nullable: true,
      description: 'Code of a district (学区コード).',
    })
    schoolDistrict: string | undefined,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { em }: Context,
  ): Promise<Connection<Edge<Area>>> {
    return registerPage(page, 'code', (wanted) => areasAfter(em, schoolDistrict ?? null, wanted));
  }
}

/** What a reference to a town block means. */
export const areaReference = (
  { code }: { code: string },
  { loaders }: Context,
): Promise<Area | null> => loaders.of(areaByCode).load(code);
