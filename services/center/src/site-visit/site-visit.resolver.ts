import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import { Arg, Ctx, Directive, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';

import { CulturalProperty } from '../cultural-property/cultural-property.entity.js';
import { culturalPropertyByCode } from '../cultural-property/cultural-property.loader.js';
import { Department } from '../department/department.entity.js';
import { departmentByCode } from '../department/department.loader.js';
import { Facility } from '../facility/facility.entity.js';
import { facilityByCode } from '../facility/facility.loader.js';
import { SiteVisit } from './site-visit.entity.js';
import { siteVisitById } from './site-visit.loader.js';

/** Answers what is asked of places that take school classes. */
@Resolver(() => SiteVisit)
export class SiteVisitResolver {
  @Public()
  @Directive('@listSize(assumedSize: 7)')
  @FieldResolver(() => [Int], {
    nullable: true,
    description: 'Days of the week, 1 Monday to 7 Sunday (受入れ曜日).',
  })
  weekdays(@Root() { weekdays }: SiteVisit): number[] {
    return weekdays;
  }

  @Public()
  @Directive('@listSize(assumedSize: 12)')
  @FieldResolver(() => [Int], {
    nullable: true,
    description: 'Months, 1 to 12; an empty list means all (受入れ月).',
  })
  months(@Root() { months }: SiteVisit): number[] {
    return months;
  }

  @Public()
  @FieldResolver(() => Facility, { nullable: true, description: 'Where it is (所在施設).' })
  async facility(
    @Root() { facilityCode }: SiteVisit,
    @Ctx() { loaders }: Context,
  ): Promise<Facility | null> {
    return facilityCode ? loaders.of(facilityByCode).load(facilityCode) : null;
  }

  @Public()
  @FieldResolver(() => CulturalProperty, {
    nullable: true,
    description: 'The cultural property that is seen (文化財).',
  })
  async culturalProperty(
    @Root() { culturalPropertyCode }: SiteVisit,
    @Ctx() { loaders }: Context,
  ): Promise<CulturalProperty | null> {
    return culturalPropertyCode
      ? loaders.of(culturalPropertyByCode).load(culturalPropertyCode)
      : null;
  }

  @Public()
  @FieldResolver(() => Department, { nullable: true, description: 'Whose it is (担当部署).' })
  async department(
    @Root() { departmentCode }: SiteVisit,
    @Ctx() { loaders }: Context,
  ): Promise<Department | null> {
    return departmentCode ? loaders.of(departmentByCode).load(departmentCode) : null;
  }

  @Public()
  @Query(() => SiteVisit, {
    nullable: true,
    description: 'A place that takes school classes, by id (見学の受入れ).',
  })
  siteVisit(
    @Arg('id', () => ID, { description: 'The id (識別子).' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<SiteVisit | null> {
    return loaders.of(siteVisitById).load(id);
  }
}

/** What a reference to a place that takes classes means. */
export const siteVisitReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<SiteVisit | null> => loaders.of(siteVisitById).load(id);
