import { pageOf, webAddress } from '../record/city.js';
import { sayAudiences } from '../record/facts.js';
import {
  type Meeting,
  type Opportunity,
  endingOf,
  meetingsOf,
  modifiedAt,
} from '../record/opportunity.js';
import type { Telling } from '../record/telling.js';
import type { JsonObject } from './json-object.js';
import { offerData } from './offer-data.js';
import { placeData } from './place-data.js';
import { sourceData } from './source-data.js';

/** An opportunity as schema.org describes it: a course with its meetings, or an event. */
export function opportunityData(opportunity: Opportunity, telling: Telling): JsonObject {
  const about = aboutData(opportunity, telling);
  const event = eventData(opportunity, telling);
  if (opportunity.__typename !== 'Course')
    return { '@context': 'https://schema.org', '@type': typeOf(opportunity), ...about, ...event };
  const { organizer, inLanguage, name, ...instance } = { ...about, ...event };
  return {
    '@context': 'https://schema.org',
    '@type': 'Course',
    ...about,
    provider: organizer,
    hasCourseInstance: {
      '@type': 'CourseInstance',
      name,
      inLanguage,
      organizer,
      ...without(instance, Object.keys(about)),
    },
  };
}

/** Types of events by whom they are for and who holds them. */
function typeOf({ __typename, audiences }: Opportunity): string {
  if (__typename === 'SportsClass') return 'SportsEvent';
  const children = new Set(['INFANT', 'ELEMENTARY', 'PARENT_CHILD']);
  const isForChildren =
    audiences !== null && audiences.length > 0 && audiences.every((code) => children.has(code));
  return isForChildren ? 'ChildrensEvent' : 'EducationEvent';
}

/** What it is: the same of a course and of an event. */
function aboutData(opportunity: Opportunity, { city, names }: Telling): JsonObject {
  const { id, title, summary, subjects, replacedBy, provenance } = opportunity;
  const page = pageOf(city, 'opportunities', id);
  return {
    '@id': page,
    identifier: id,
    name: title?.ja,
    alternateName: [title?.kana, title?.en?.text].flatMap((name) => name ?? []),
    description: summary?.ja,
    inLanguage: 'ja',
    url: page,
    sameAs: [
      webAddress(opportunity.url),
      replacedBy ? pageOf(city, 'opportunities', replacedBy) : null,
    ].flatMap((address) => address ?? []),
    about: (subjects ?? []).flatMap((subject) => (subject?.label ? [termData(subject)] : [])),
    audience: audienceData(opportunity),
    typicalAgeRange: ageRange(opportunity.ages),
    ...sourceData(provenance, names, modifiedAt(opportunity)),
  };
}

const termData = (subject: NonNullable<NonNullable<Opportunity['subjects']>[number]>) => ({
  '@type': 'DefinedTerm',
  name: subject.label?.ja,
  termCode: subject.code,
  inDefinedTermSet: subject.scheme,
});

function audienceData({ audiences }: Opportunity): JsonObject | null {
  const said = sayAudiences(audiences);
  return said === null ? null : { '@type': 'PeopleAudience', audienceType: said };
}

/** Ages in years as schema.org writes them: `18-`, `0-5`. */
function ageRange(ages: Opportunity['ages']): string | null {
  const years = (months: number | null | undefined): string =>
    months == null ? '' : String(Math.floor(months / 12));
  const range = `${years(ages?.minMonths)}-${years(ages?.maxMonths)}`;
  return range === '-' ? null : range;
}

const modes: Readonly<Record<string, string>> = {
  ONSITE: 'OfflineEventAttendanceMode',
  ONLINE: 'OnlineEventAttendanceMode',
  HYBRID: 'MixedEventAttendanceMode',
};

/** When, where and how one takes part. */
function eventData(opportunity: Opportunity, { city }: Telling): JsonObject {
  const { venue, venueText, attendance, organiser, seats } = opportunity;
  const mode = modes[attendance ?? ''];
  const meetings = meetingsOf(opportunity);
  const isOff = endingOf(opportunity) !== null;
  const place = venue ? placeData(venue, city) : venueText && { '@type': 'Place', name: venueText };
  return {
    ...timeData(only(meetings) ?? opportunity),
    eventStatus: statusOf(isOff),
    eventAttendanceMode: mode && `https://schema.org/${mode}`,
    location: place,
    organizer: organiser && { '@type': 'Organization', name: organiser },
    maximumAttendeeCapacity: seats?.capacity,
    // Places left are told in steps: only that there are none is exact.
    remainingAttendeeCapacity: seats?.left === 0 ? 0 : undefined,
    ...offerData(opportunity),
    subEvent:
      meetings.length > 1 || opportunity.__typename === 'Course'
        ? meetings.map((meeting) => meetingData(meeting, opportunity, place || null))
        : null,
  };
}

/** The one time at which it takes place, if there is only one: it knows whether the hour is known. */
const only = (meetings: readonly Meeting[]): Meeting | undefined =>
  meetings.length === 1 ? meetings[0] : undefined;

/** Whether one meeting stands; one that was moved says when it was to start before. */
function meetingStatus({ cancelledAt, formerStartsAt, allDay }: Meeting, whole: Opportunity) {
  if (cancelledAt !== null || endingOf(whole) !== null) return { eventStatus: statusOf(true) };
  if (formerStartsAt === null) return { eventStatus: statusOf(false) };
  return {
    eventStatus: 'https://schema.org/EventRescheduled',
    previousStartDate: inJapan(formerStartsAt, allDay),
  };
}

const statusOf = (isOff: boolean): string =>
  `https://schema.org/${isOff ? 'EventCancelled' : 'EventScheduled'}`;

function meetingData(
  meeting: Meeting,
  opportunity: Opportunity,
  location: JsonObject | null,
): JsonObject {
  return {
    '@type': 'Event',
    identifier: meeting.id,
    name: meeting.topic ?? opportunity.title?.ja,
    ...timeData(meeting),
    ...meetingStatus(meeting, opportunity),
    description: meeting.notice,
    location: location && { '@id': location['@id'], '@type': 'Place', name: location['name'] },
  };
}

/** Start and end by the clocks of Japan; an end that does not come after the start is left out, for it is none. */
function timeData({
  startsAt,
  endsAt,
  allDay = false,
}: {
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly allDay?: boolean;
}): JsonObject {
  const isOrdered = startsAt && endsAt && Date.parse(endsAt) > Date.parse(startsAt);
  return {
    startDate: startsAt && inJapan(startsAt, allDay),
    endDate: isOrdered ? inJapan(allDay ? within(endsAt) : endsAt, allDay) : null,
  };
}

/** A moment of the last day: an end at midnight is the end of the day before. */
const within = (endsAt: string): string => new Date(Date.parse(endsAt) - 1).toISOString();

/** A moment with the offset of Japan, or its day alone. */
function inJapan(moment: string, dayOnly: boolean): string {
  const there = new Date(Date.parse(moment) + 9 * 3_600_000).toISOString();
  return dayOnly ? there.slice(0, 10) : `${there.slice(0, 19)}+09:00`;
}

const without = (object: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
