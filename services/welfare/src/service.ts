import type { Service } from '@manabi/kit/service';

import { FacilityAccess } from './access/access.entity.js';
import { publishAccess } from './access/access.feed.js';
import { AccessResolver, FacilityAccessResolver } from './access/access.resolver.js';
import { Assistants } from './assistants/assistants.entity.js';
import { publishAssistants } from './assistants/assistants.feed.js';
import { assistantsReference } from './assistants/assistants.resolver.js';
import { CareProgramChangeResolver } from './care-program/care-program-change.resolver.js';
import { CareProgram } from './care-program/care-program.entity.js';
import { publishCarePrograms } from './care-program/care-program.feed.js';
import { CareProgramResolver, careProgramReference } from './care-program/care-program.resolver.js';
import { ChildcareSession } from './childcare/childcare.entity.js';
import { publishChildcare } from './childcare/childcare.feed.js';
import {
  ChildcareSessionResolver,
  FacilityChildcareResolver,
  childcareReference,
} from './childcare/childcare.resolver.js';
import { Course } from './course/course.stub.js';
import { ExternalOffering } from './external-offering/external-offering.stub.js';
import { facilityReference } from './facility/facility.stub.js';
import { LibraryProgram } from './library-program/library-program.stub.js';
import { firstTables } from './migrations/m20261123-first.js';
import { supportTables } from './migrations/m20261124-support.js';
import { SportsClass } from './sports-class/sports-class.stub.js';
import {
  CareProgramSupportResolver,
  CourseSupportResolver,
  ExternalOfferingSupportResolver,
  LibraryProgramSupportResolver,
  SportsClassSupportResolver,
  supportedReference,
} from './support/support.resolver.js';

/** Welfare, child care and health (福祉・子育て・健康): programmes, access profiles, childcare at any department's events. */
export const welfare: Service = {
  name: 'welfare',
  entities: [CareProgram, FacilityAccess, ChildcareSession, Assistants],
  migrations: [firstTables, supportTables],
  resolvers: [
    CareProgramChangeResolver,
    CareProgramResolver,
    FacilityAccessResolver,
    AccessResolver,
    ChildcareSessionResolver,
    FacilityChildcareResolver,
    CareProgramSupportResolver,
    CourseSupportResolver,
    ExternalOfferingSupportResolver,
    LibraryProgramSupportResolver,
    SportsClassSupportResolver,
  ],
  types: [Course, ExternalOffering, LibraryProgram, SportsClass],
  references: {
    CareProgram: careProgramReference,
    ChildcareSession: childcareReference,
    Facility: facilityReference,
    Assistants: assistantsReference,
    Course: supportedReference,
    ExternalOffering: supportedReference,
    LibraryProgram: supportedReference,
    SportsClass: supportedReference,
  },
  published: {
    CareProgram: publishCarePrograms,
    FacilityAccess: publishAccess,
    ChildcareSession: publishChildcare,
    Assistants: publishAssistants,
  },
};
