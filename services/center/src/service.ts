import type { Service } from '@manabi/kit/service';

import {
  CalendarGroupResolver,
  CalendarLineResolver,
} from './application-calendar/calendar-line.resolver.js';
import { CalendarResolver } from './application-calendar/calendar.resolver.js';
import { Area } from './area/area.entity.js';
import { AreaResolver, areaReference } from './area/area.resolver.js';
import { Assignment } from './assignment/assignment.entity.js';
import { AffectedDepartmentResolver } from './closure/affected.resolver.js';
import { CloseFacilityResolver } from './closure/close-facility.resolver.js';
import { Closure } from './closure/closure.entity.js';
import { publishClosures } from './closure/closure.feed.js';
import { ClosureResolver, closureReference } from './closure/closure.resolver.js';
import { EdgeClosureResolver } from './closure/edge-closure.resolver.js';
import { FacilityClosureResolver } from './closure/facility-closure.resolver.js';
import { StandInResolver } from './closure/stand-in.resolver.js';
import { AssignmentResolver } from './assignment/assignment.resolver.js';
import { ConfirmationResolver } from './confirmation/confirmation.resolver.js';
import { ConsentResolver } from './consent/consent.resolver.js';
import { CulturalProperty } from './cultural-property/cultural-property.entity.js';
import { publishCulturalProperties } from './cultural-property/cultural-property.feed.js';
import {
  CulturalPropertyResolver,
  FacilityHeritageResolver,
  culturalPropertyReference,
} from './cultural-property/cultural-property.resolver.js';
import { Department } from './department/department.entity.js';
import { DepartmentResolver, departmentReference } from './department/department.resolver.js';
import { Desk } from './desk/desk.entity.js';
import { publishDesks } from './desk/desk.feed.js';
import { DeskOfSubjectResolver } from './desk/desk-of-subject.resolver.js';
import { DeskResolver, deskReference } from './desk/desk.resolver.js';
import { EngagementResolver, LedForResolver } from './engagement/engagement.resolver.js';
import { ExperienceProgram } from './experience-program/experience-program.entity.js';
import { publishExperiencePrograms } from './experience-program/experience-program.feed.js';
import {
  ExperienceProgramResolver,
  experienceProgramReference,
} from './experience-program/experience-program.resolver.js';
import { ExperienceSession } from './experience-session/experience-session.entity.js';
import {
  ExperienceSessionResolver,
  experienceSessionReference,
} from './experience-session/experience-session.resolver.js';
import { ExternalOffering } from './external-offering/external-offering.entity.js';
import { publishExternalOfferings } from './external-offering/external-offering.feed.js';
import {
  ExternalOfferingResolver,
  externalOfferingReference,
} from './external-offering/external-offering.resolver.js';
import {
  FacilityMatchResolver,
  FacilitySpellingResolver,
} from './facility-identity/facility-identity.resolver.js';
import { FacilitySpelling } from './facility-identity/facility-spelling.entity.js';
import { Facility } from './facility/facility.entity.js';
import { publishFacilities } from './facility/facility.feed.js';
import { FacilityResolver, facilityReference } from './facility/facility.resolver.js';
import { CourseGroupResolver } from './group/course-group.resolver.js';
import { Group } from './group/group.entity.js';
import { publishGroups } from './group/group.feed.js';
import { GroupResolver, groupReference } from './group/group.resolver.js';
import { FacilitySource } from './facility-source/facility-source.entity.js';
import { FacilitySourceResolver } from './facility-source/facility-source.resolver.js';
import { Newsletter } from './newsletter/newsletter.entity.js';
import { publishNewsletters } from './newsletter/newsletter.feed.js';
import { NewsletterResolver, newsletterReference } from './newsletter/newsletter.resolver.js';
import { Correction } from './correction/correction.entity.js';
import { CorrectionResolver } from './correction/correction.resolver.js';
import { FoundEdgeResolver, FoundResolver } from './opportunity/found.resolver.js';
import { centerSteps } from './migrations/center-steps.js';
import { indexFollows } from './opportunity/opportunity.feed.js';
import { OpportunityResolver, opportunityReference } from './opportunity/opportunity.resolver.js';
import { opportunityReferences, opportunityStubs } from './opportunity/opportunity.stub.js';
import { KeepPassportResolver } from './passport/keep-passport.resolver.js';
import { LearningStepsResolver } from './passport/learning-steps.resolver.js';
import { LearningRecord, Passport, PassportReader } from './passport/passport.entity.js';
import {
  LearnedWithResolver,
  LearningRecordResolver,
  PassportResolver,
} from './passport/passport.resolver.js';
import { Person } from './person/person.entity.js';
import { publishPeople } from './person/person.feed.js';
import { PersonResolver, personReference } from './person/person.resolver.js';
import { Registration } from './registration/registration.entity.js';
import {
  RegistrationResolver,
  registrationReference,
} from './registration/registration.resolver.js';
import { SchoolDistrict } from './school-district/school-district.entity.js';
import { publishSchoolDistricts } from './school-district/school-district.feed.js';
import {
  SchoolDistrictResolver,
  schoolDistrictReference,
} from './school-district/school-district.resolver.js';
import { SchoolUnit } from './school-unit/school-unit.entity.js';
import { SchoolUnitResolver, schoolUnitReference } from './school-unit/school-unit.resolver.js';
import { publishSchoolUnits } from './school-unit/school-unit.feed.js';
import { SiteVisit } from './site-visit/site-visit.entity.js';
import { publishSiteVisits } from './site-visit/site-visit.feed.js';
import { SiteVisitResolver, siteVisitReference } from './site-visit/site-visit.resolver.js';
import { Subject } from './subject/subject.entity.js';
import { areaFields } from './area/areas.resolver.js';
import { subjectsFields } from './subject/subjects.resolver.js';
import { SubjectResolver, subjectReference } from './subject/subject.resolver.js';
import { SubjectPathResolver } from './subject-path/subject-path.resolver.js';
import { VenueMatch } from './venue-match/venue-match.entity.js';
import { VenueMatchResolver, venueMatchReference } from './venue-match/venue-match.resolver.js';
import { SittingPlaceResolver } from './sitting-place/sitting-place.resolver.js';
import { sittingPlaceReferences, sittingPlaceStubs } from './sitting-place/sitting-place.stub.js';

/** The learning information centre (生涯学習情報センター): the registers, and the index of all that is offered. */
export const center: Service = {
  name: 'center',
  entities: [
    FacilitySource,
    Area,
    Assignment,
    Closure,
    CulturalProperty,
    Department,
    Desk,
    ExperienceProgram,
    ExperienceSession,
    ExternalOffering,
    Facility,
    FacilitySpelling,
    Group,
    LearningRecord,
    Correction,
    Newsletter,
    Passport,
    PassportReader,
    Person,
    Registration,
    SchoolDistrict,
    SchoolUnit,
    SiteVisit,
    Subject,
    VenueMatch,
  ],
  migrations: centerSteps,
  resolvers: [
    AreaResolver,
    CalendarResolver,
    CalendarGroupResolver,
    CalendarLineResolver,
    AssignmentResolver,
    ConfirmationResolver,
    ConsentResolver,
    RegistrationResolver,
    CloseFacilityResolver,
    ClosureResolver,
    FacilityClosureResolver,
    EdgeClosureResolver,
    AffectedDepartmentResolver,
    StandInResolver,
    CulturalPropertyResolver,
    FacilityHeritageResolver,
    DepartmentResolver,
    DeskResolver,
    DeskOfSubjectResolver,
    EngagementResolver,
    ExperienceProgramResolver,
    ExperienceSessionResolver,
    LedForResolver,
    ExternalOfferingResolver,
    FacilityResolver,
    FacilityMatchResolver,
    FacilitySpellingResolver,
    FacilitySourceResolver,
    CourseGroupResolver,
    GroupResolver,
    CorrectionResolver,
    NewsletterResolver,
    KeepPassportResolver,
    LearnedWithResolver,
    LearningRecordResolver,
    LearningStepsResolver,
    PassportResolver,
    PersonResolver,
    SchoolDistrictResolver,
    SchoolUnitResolver,
    SiteVisitResolver,
    SubjectResolver,
    ...subjectsFields,
    ...areaFields,
    SubjectPathResolver,
    VenueMatchResolver,
    OpportunityResolver,
    FoundResolver,
    FoundEdgeResolver,
    SittingPlaceResolver,
  ],
  types: [...opportunityStubs, ...sittingPlaceStubs],
  references: {
    Area: areaReference,
    Closure: closureReference,
    CulturalProperty: culturalPropertyReference,
    Department: departmentReference,
    Desk: deskReference,
    ExperienceProgram: experienceProgramReference,
    ExperienceSession: experienceSessionReference,
    Facility: facilityReference,
    Group: groupReference,
    Newsletter: newsletterReference,
    Person: personReference,
    Registration: registrationReference,
    SchoolDistrict: schoolDistrictReference,
    SchoolUnit: schoolUnitReference,
    SiteVisit: siteVisitReference,
    Subject: subjectReference,
    VenueMatch: venueMatchReference,
    LearningOpportunity: opportunityReference,
    ...opportunityReferences,
    ExternalOffering: externalOfferingReference,
    ...sittingPlaceReferences,
  },
  published: {
    Closure: publishClosures,
    Newsletter: publishNewsletters,
    CulturalProperty: publishCulturalProperties,
    ExperienceProgram: publishExperiencePrograms,
    SchoolDistrict: publishSchoolDistricts,
    SchoolUnit: publishSchoolUnits,
    SiteVisit: publishSiteVisits,
    ExternalOffering: publishExternalOfferings,
    Facility: publishFacilities,
    Person: publishPeople,
    Group: publishGroups,
    Desk: publishDesks,
  },
  follows: indexFollows,
};
