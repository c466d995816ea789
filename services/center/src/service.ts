import type { Service } from '@manabi/kit/service';

import { Area } from './area/area.entity.js';
import { Department } from './department/department.entity.js';
import { ExternalOffering } from './external-offering/external-offering.entity.js';
import { Facility } from './facility/facility.entity.js';
import { FacilityResolver, facilityReference } from './facility/facility.resolver.js';
import { firstTables } from './migrations/m20261123-first.js';
import { SchoolDistrict } from './school-district/school-district.entity.js';

/** The learning information centre (生涯学習情報センター): the registers, and the index of all that is offered. */
export const center: Service = {
  name: 'center',
  entities: [Area, Department, ExternalOffering, Facility, SchoolDistrict],
  migrations: [firstTables],
  resolvers: [FacilityResolver],
  references: { Facility: facilityReference },
  published: {},
};
