import { Public } from '@manabi/kit/column';
import type { Connection, Edge } from '@manabi/kit/connection/connection';
import { connectionType, paged } from '@manabi/kit/connection/connection-type';
import { PageArguments } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import { Tri } from '@manabi/kit/value/tri';
import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { areaByCode } from '../area/area.loader.js';
import { closuresOfFacility } from '../closure/closure.loader.js';
import { Department } from '../department/department.entity.js';
import { departmentByCode } from '../department/department.loader.js';
import { isOpenAt } from '@manabi/kit/opening/opening.rules';
import { SchoolDistrict } from '../school-district/school-district.entity.js';
import { schoolDistrictByCode } from '../school-district/school-district.loader.js';
import { registerPage } from '../value/page-after.js';
import { Facility, FacilityStatus } from './facility.entity.js';
import { FacilityFilter } from './facility.input.js';
import { facilityByCode } from './facility.loader.js';
import { facilitiesAfter } from './facility.repository.js';

const FacilityConnection = connectionType('Facility', Facility, '施設');

/** Answers what is asked of facilities. */
@Resolver(() => Facility)
export class FacilityResolver {
  @Public()
  @FieldResolver(() => SchoolDistrict, {
    nullable: true,
    description: 'The school district in which it lies (小学校区).',
  })
  async schoolDistrict(
    @Root() { areaCode }: Facility,
    @Ctx() { loaders }: Context,
  ): Promise<SchoolDistrict | null> {
    const area = areaCode ? await loaders.of(areaByCode).load(areaCode) : null;
    const code = area?.schoolDistrictCode;
    return code ? loaders.of(schoolDistrictByCode).load(code) : null;
  }

  @Public()
  @FieldResolver(() => Department, { nullable: true, description: 'Who runs it (所管部署).' })
  async department(
    @Root() { departmentCode }: Facility,
    @Ctx() { loaders }: Context,
  ): Promise<Department | null> {
    return departmentCode ? loaders.of(departmentByCode).load(departmentCode) : null;
  }

  @Public()
  @FieldResolver(() => Tri, {
    nullable: true,
    description:
      'Whether it is open at a moment, by its hours, closed days and closures (開館中かどうか). Unknown on holidays of which no rule speaks.',
  })
  async openNow(
    @Root() facility: Facility,
    @Ctx() { loaders, now }: Context,
    @Arg('at', () => GraphQLDateTime, {
      nullable: true,
      description: 'The moment; now when absent (時点).',
    })
    at?: Date,
  ): Promise<Tri> {
    const moment = at ?? now;
    if (facility.status === FacilityStatus.CLOSED) return Tri.NO;
    if (facility.withdrawnAt && facility.withdrawnAt <= moment) return Tri.NO;
    const instant = moment.toISOString();
    const asked = { facilityCode: facility.code, from: instant, to: instant };
    const closures = await loaders.of(closuresOfFacility).load(asked);
    if (closures.some(({ closure }) => closure.roomIds.length === 0)) return Tri.NO;
    return isOpenAt(facility, moment);
  }

  @Public()
  @Query(() => Facility, { nullable: true, description: 'A facility by its code (公共施設).' })
  facility(
    @Arg('code', () => ID, { description: 'Its code (施設コード).' }) code: string,
    @Ctx() { loaders }: Context,
  ): Promise<Facility | null> {
    return loaders.of(facilityByCode).load(code);
  }

  @Public()
  @Directive(paged)
  @Query(() => FacilityConnection, {
    nullable: true,
    description: 'Facilities by code (施設一覧).',
  })
  facilities(
    @Arg('filter', () => FacilityFilter, { nullable: true, description: 'Which ones (絞り込み).' })
    filter: FacilityFilter | undefined,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { em }: Context,
  ): Promise<Connection<Edge<Facility>>> {
    return registerPage(page, 'code', (wanted) => facilitiesAfter(em, filter ?? {}, wanted));
  }
}

/** What a reference to a facility means. */
export const facilityReference = (
  { code }: { code: string },
  { loaders }: Context,
): Promise<Facility | null> => loaders.of(facilityByCode).load(code);
