import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import { type ClassType, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { CulturalProperty } from '../cultural-property/cultural-property.entity.js';
import { Facility } from '../facility/facility.entity.js';
import { Person } from '../person/person.entity.js';
import { Area } from './area.entity.js';
import { areaByCode } from './area.loader.js';

interface InArea {
  readonly areaCode?: string | null;
}

/** Gives a type of records the town block in which each lies. */
function areaField(type: ClassType<InArea>, description: string): ClassType {
  @Resolver(() => type)
  class AreaField {
    @Public()
    @FieldResolver(() => Area, { nullable: true, description })
    async area(@Root() { areaCode }: InArea, @Ctx() { loaders }: Context): Promise<Area | null> {
      return areaCode ? loaders.of(areaByCode).load(areaCode) : null;
    }
  }
  return AreaField;
}

/** The blocks of everything in the registers that lies in one. */
export const areaFields: readonly ClassType[] = [
  areaField(Person, 'Where the person works (活動地域).'),
  ...[CulturalProperty, Facility].map((type) => areaField(type, 'Its town block (町字).')),
];
