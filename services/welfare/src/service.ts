import type { Service } from '@manabi/kit/service';

import { FacilityAccess } from './access/access.entity.js';
import { publishAccess } from './access/access.feed.js';
import { AccessResolver, FacilityAccessResolver } from './access/access.resolver.js';
import { Assistants } from './assistants/assistants.entity.js';
import { publishAssistants } from './assistants/assistants.feed.js';
import { assistantsReference } from './assistants/assistants.resolver.js';
import { cancellationFollows } from './cancellation/cancellation.feed.js';
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
import { listTables } from './migrations/m20261126-lists.js';
import { sittingPlaceTables } from './migrations/m20261124-sitting-place.js';
import { cancellationTables } from './migrations/m20261124-cancellation.js';
import { practiceNoteTables } from './migrations/m20261124-practice-note.js';
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
import { ChildrenHallSittingPlace } from './sitting-place/sitting-place.entity.js';
import { publishSitting } from './sitting-place/sitting-place.feed.js';
import {
  ChildrenHallSittingPlaceResolver,
  sittingReference,
} from './sitting-place/sitting-place.resolver.js';
import { PracticeNote } from './practice-note/practice-note.entity.js';
import { publishPracticeNotes } from './practice-note/practice-note.feed.js';
import {
  PracticeNoteResolver,
  SubjectPracticeNoteResolver,
  practiceNoteReference,
} from './practice-note/practice-note.resolver.js';
import { subjectReference } from './subject/subject.stub.js';
import { CareProgramWriteResolver } from './care-program/care-program-write.resolver.js';
import { ChildcareWriteResolver } from './childcare/childcare-write.resolver.js';
import {
  AssistantsRevisionResolver,
  ConfirmationResolver,
  FacilityAccessRevisionResolver,
  PracticeNoteRevisionResolver,
} from './confirmation/confirmation.resolver.js';
import { Desk } from './desk/desk.stub.js';
import { referralTables } from './migrations/m20261124-referral.js';
import { programEditions } from './migrations/m20261126-editions.js';
import { sessionCancellations } from './migrations/m20261126-session-cancellation.js';
import { unseenChanges } from './migrations/m20261127-unseen.js';
import { Referral } from './referral/referral.entity.js';
import { publishReferrals } from './referral/referral.feed.js';
import { ReferralResolver, referralReference } from './referral/referral.resolver.js';

/** Welfare, child care and health (福祉・子育て・健康): programmes, access profiles, childcare at any department's events. */
export const welfare: Service = {
  name: 'welfare',
  entities: [
    CareProgram,
    FacilityAccess,
    ChildcareSession,
    Assistants,
    ChildrenHallSittingPlace,
    PracticeNote,
    Referral,
  ],
  migrations: [
    firstTables,
    supportTables,
    sittingPlaceTables,
    practiceNoteTables,
    cancellationTables,
    referralTables,
    listTables,
    programEditions,
    sessionCancellations,
    unseenChanges,
  ],
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
    ChildrenHallSittingPlaceResolver,
    PracticeNoteResolver,
    SubjectPracticeNoteResolver,
    CareProgramWriteResolver,
    ChildcareWriteResolver,
    ConfirmationResolver,
    AssistantsRevisionResolver,
    FacilityAccessRevisionResolver,
    PracticeNoteRevisionResolver,
    ReferralResolver,
  ],
  types: [Desk, ChildrenHallSittingPlace, Course, ExternalOffering, LibraryProgram, SportsClass],
  references: {
    Referral: referralReference,
    PracticeNote: practiceNoteReference,
    Subject: subjectReference,
    ChildrenHallSittingPlace: sittingReference,
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
    Referral: publishReferrals,
    PracticeNote: publishPracticeNotes,
    ChildrenHallSittingPlace: publishSitting,
    CareProgram: publishCarePrograms,
    FacilityAccess: publishAccess,
    ChildcareSession: publishChildcare,
    Assistants: publishAssistants,
  },
  follows: cancellationFollows,
};
