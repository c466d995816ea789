/** A question, asked of one guarded field of an object that anybody may come to. */
type Door = (field: string) => string;

/** Objects of a list that pages. */
const listed =
  (list: string, first = 1): Door =>
  (field) =>
    `{ ${list}(first: ${first}) { edges { node { ${field} } } } }`;

/** Opportunities of one type among those that the index finds. */
const found =
  (type: string): Door =>
  (field) =>
    `{ opportunities(first: 100) { edges { node { ... on ${type} { ${field} } } } } }`;

/** Objects of a list that is guarded itself: who may not read it finds null under the name of the field. */
const behind =
  (list: string): Door =>
  (field) =>
    `{ ${field}: ${list} { edges { node { id } } } }`;

const feedback = (field: string): string =>
  `{ facilities(first: 100) { edges { node { feedback { latest { ${field} } } } } } }`;

/** Assistants at what the index finds. */
const assisted: Door = (field) =>
  `{ opportunities(first: 100) { edges { node { ... on Course { assistants { ${field} } } ... on SportsClass { assistants { ${field} } } } } } }`;

/** How an anonymous caller may come to an object that has a guarded field. */
export const doors: Readonly<Record<string, Door>> = {
  'Facility.spellings': (field) =>
    `{ facilities(first: 1) { edges { node { ${field} { text } } } } }`,
  'Group.contact': (field) => `{ groups(first: 1) { edges { node { ${field} { phone } } } } }`,
  'Person.contact': (field) => `{ people(first: 1) { edges { node { ${field} { phone } } } } }`,
  'Person.contactConsent': (field) => `{ people(first: 1) { edges { node { ${field} } } } }`,
  'Measure.internalNote': (field) => `{ measures(first: 1) { edges { node { ${field} } } } }`,
  // Who may not read the queue comes to none of its reports: the queue itself is null under the name of the field.
  'Correction.revision': (field) =>
    `{ ${field}: corrections(first: 1) { edges { node { ${field} } } } }`,
  'Query.corrections': (field) => `{ ${field} { edges { node { id } } } }`,
  'Closure.revision': (field) =>
    `{ closures(in: { from: "2000-01-01T00:00:00Z", to: "2100-01-01T00:00:00Z" }, first: 1) { edges { node { ${field} } } } }`,
  'Query.myPassport': (field) => `{ ${field} { id } }`,
  'Query.passport': (field) => `{ ${field}(id: "any") { id } }`,
  'Query.exportPassport': (field) => `{ ${field} { name } }`,
  'Query.untouchedRecords': (field) => `{ ${field} { edges { node { id } } } }`,
  'Query.venueAccess': (field) => `{ ${field} { unknownShare } }`,
  'Query.learningSteps': (field) => `{ ${field} { steps { step } } }`,
  'Query.recordQuality': (field) => `{ ${field} { month } }`,
  'Query.weekPartSupply': (field) => `{ ${field} { band } }`,
  'Query.audienceClashes': (field) => `{ ${field} { startsAt } }`,
  'Query.participationByCategory': (field) => `{ ${field} { code } }`,
  'Query.venueMatches': (field) => `{ ${field} { edges { node { text } } } }`,
  'Slot.purpose': (field) =>
    `{ studyRooms(first: 1) { edges { node { slots(first: 1) { edges { node { ${field} } } } } } } }`,
  'CourtSlot.purpose': (field) =>
    `{ courts(first: 1) { edges { node { slots(first: 1) { edges { node { ${field} } } } } } } }`,
  'Assistants.confirmed': assisted,
  'Assistants.needed': assisted,
  'Assistants.revision': assisted,
  'FacilityAccess.revision': (field) =>
    `{ facilities(first: 1) { edges { node { access { ${field} } } } } }`,
  'BookSet.revision': listed('bookSets'),
  'CareProgram.revision': found('CareProgram'),
  'ChildcareSession.revision': (field) =>
    `{ facilities(first: 100) { edges { node { childcare { edges { node { ${field} } } } } } } }`,
  'CommunityActivity.helpers': listed('communityActivities'),
  'CommunityActivity.participants': listed('communityActivities'),
  'Course.revision': found('Course'),
  'Desk.revision': listed('desks'),
  'DigitalItem.revision': listed('digitalItems'),
  'Feedback.liked': feedback,
  'Feedback.revision': feedback,
  'Feedback.wished': feedback,
  'Group.revision': listed('groups'),
  'LibraryBranch.revision': (field) => `{ libraryBranches { ${field} } }`,
  'LibraryProgram.revision': found('LibraryProgram'),
  'Measure.participation': (field) =>
    `{ measures(first: 1) { edges { node { ${field} { __typename } } } } }`,
  'Person.revision': listed('people'),
  'Person.unavailable': (field) =>
    `{ people(first: 1) { edges { node { ${field} { __typename } } } } }`,
  'PlanMeeting.citizens': listed('planMeetings'),
  'PlanMeeting.staff': listed('planMeetings'),
  'PracticeNote.approach': listed('practiceNotes'),
  'PracticeNote.learned': listed('practiceNotes'),
  'PracticeNote.revision': listed('practiceNotes'),
  'PracticeNote.situation': listed('practiceNotes'),
  'Query.referrals': (field) => `{ ${field}(deskId: "any") { edges { node { id } } } }`,
  'Query.registrations': (field) => `{ ${field} { edges { node { id } } } }`,
  'Query.unansweredFeedback': (field) =>
    `{ ${field}(department: "any") { edges { node { id } } } }`,
  'ReferenceCase.revision': listed('referenceCases'),
  'Referral.revision': behind('referrals(deskId: "any")'),
  'Registration.name': behind('registrations'),
  'Registration.revision': behind('registrations'),
  'Registration.subjects': behind('registrations'),
  'Registration.summary': behind('registrations'),
  'SchoolDistrict.supply': (field) =>
    `{ schoolDistricts(first: 1) { edges { node { ${field}(ageBand: "65+", scheme: "SURVEY") { __typename } } } } }`,
  'Session.revision': (field) =>
    `{ opportunities(first: 100) { edges { node { ... on Course { sessions { ${field} } } } } } }`,
  'SportsClass.revision': found('SportsClass'),
};
