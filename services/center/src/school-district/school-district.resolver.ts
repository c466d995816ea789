import { Public } from '@manabi/kit/column';
import type { Connection, Edge } from '@manabi/kit/connection/connection';
import { connectionType, paged } from '@manabi/kit/connection/connection-type';
import { PageArguments } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { Facility } from '../facility/facility.entity.js';
import { facilityByCode } from '../facility/facility.loader.js';
import { registerPage } from '../value/page-after.js';
import { SchoolDistrict } from './school-district.entity.js';
import { schoolDistrictByCode } from './school-district.loader.js';
import { schoolDistrictsAfter } from './school-district.repository.js';

const SchoolDistrictConnection = connectionType('SchoolDistrict', SchoolDistrict, '小学校区');

/** Answers what is asked of school districts. */
@Resolver(() => SchoolDistrict)
export class SchoolDistrictResolver {
  @Public()
  @FieldResolver(() => Facility, { nullable: true, description: 'Its primary school (小学校).' })
  async school(
    @Root() { schoolCode }: SchoolDistrict,
    @Ctx() { loaders }: Context,
  ): Promise<Facility | null> {
    return schoolCode ? loaders.of(facilityByCode).load(schoolCode) : null;
  }

  @Public()
  @Query(() => SchoolDistrict, {
    nullable: true,
    description: 'A school district by its code (小学校区).',
  })
  schoolDistrict(
    @Arg('code', () => ID, { description: 'Its code (学区コード).' }) code: string,
    @Ctx() { loaders }: Context,
  ): Promise<SchoolDistrict | null> {
    return loaders.of(schoolDistrictByCode).load(code);
  }

  @Public()
  @Directive(paged)
  @Query(() => SchoolDistrictConnection, {
    nullable: true,
    description: 'School districts by code (小学校区一覧).',
  })
  schoolDistricts(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { em }: Context,
  ): Promise<Connection<Edge<SchoolDistrict>>> {
    return registerPage(page, 'code', (wanted) => schoolDistrictsAfter(em, wanted));
  }
}

/** What a reference to a school district means. */
export const schoolDistrictReference = (
  { code }: { code: string },
  { loaders }: Context,
): Promise<SchoolDistrict | null> => loaders.of(schoolDistrictByCode).load(code);
