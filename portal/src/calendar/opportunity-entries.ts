import { pageOf, uidOf } from '../record/city.js';
import { factsOf, linesOf, sayPlace, sayTime, titleOf } from '../record/facts.js';
import {
  type DatedOpportunity,
  type Meeting,
  endingOf,
  latest,
  meetingsOf,
  modifiedAt,
} from '../record/opportunity.js';
import { audiences as audienceWords, wordOf } from '../search/words.js';
import type { Telling } from '../record/telling.js';
import type { Entry } from './calendar-text.js';

/** An entry for each time that an opportunity takes place; those of what was called off say so. */
export function opportunityEntries(opportunity: DatedOpportunity, telling: Telling): Entry[] {
  const parent = uidOf(telling.city, opportunity.id);
  const common = commonOf(opportunity, telling);
  return meetingsOf(opportunity).map((meeting, place) => {
    const uid = uidOf(telling.city, meeting.id ?? numbered(opportunity.id, place));
    const location = sayPlace(withRoom(opportunity, meeting), telling.city);
    const named = { uid, parentUid: uid === parent ? null : parent, location };
    return Object.assign(ofMeeting(meeting, common), named);
  });
}

function ofMeeting(meeting: Meeting, common: ReturnType<typeof commonOf>) {
  const { startsAt, endsAt, allDay, cancelledAt, topic } = meeting;
  const wasCalledOff = cancelledAt !== null && !common.isCancelled;
  return {
    ...common,
    modifiedAt: latest(common.modifiedAt, cancelledAt),
    summary: `${wasCalledOff ? '【中止】' : ''}${common.summary}${topic ? `　${topic}` : ''}`,
    description: [...timeNote(meeting), common.description].join('\n'),
    startsAt,
    endsAt,
    allDay,
    isCancelled: common.isCancelled || wasCalledOff,
  };
}

/** The entry that reminds of the last moment to apply; none where that is not known. */
export function closingEntry(opportunity: DatedOpportunity, telling: Telling): Entry[] {
  const closesAt = opportunity.applyPeriod?.closesAt;
  if (!closesAt || opportunity.selection?.method === 'NONE') return [];
  const common = commonOf(opportunity, telling);
  return [
    {
      ...common,
      uid: uidOf(telling.city, `${opportunity.id}.closes`),
      parentUid: uidOf(telling.city, opportunity.id),
      summary: `【申込締切】${common.summary}`,
      startsAt: closesAt,
      endsAt: null,
      allDay: false,
      isBusy: false,
    },
  ];
}

function commonOf(opportunity: DatedOpportunity, { city, names }: Telling) {
  const { summary, venue, subjects, audiences, replacedBy } = opportunity;
  const page = pageOf(city, 'opportunities', opportunity.id);
  const follower = replacedBy ? [`新しい案内：${pageOf(city, 'opportunities', replacedBy)}`] : [];
  const facts = linesOf(factsOf(opportunity, names));
  const classes = (subjects ?? []).flatMap((subject) => subject?.label?.ja ?? []);
  const groups = (audiences ?? []).map((code) => wordOf(audienceWords, code));
  return {
    modifiedAt: modifiedAt(opportunity),
    summary: titleOf(opportunity),
    description: [
      ...follower,
      ...(summary ? [summary.ja] : []),
      ...facts,
      `くわしく：${page}`,
    ].join('\n'),
    location: sayPlace(opportunity, city),
    point: venue?.point ?? null,
    categories: [...new Set([...classes, ...groups])],
    url: page,
    isCancelled: endingOf(opportunity) !== null,
    isBusy: true,
  };
}

/** The first of several times that have no ids has the id of the whole, so that it stays when others are added. */
const numbered = (id: string, place: number): string => (place === 0 ? id : `${id}.${place + 1}`);

/** An end that no calendar can show is told in words, as its owner wrote it. */
function timeNote({ startsAt, endsAt }: Meeting): string[] {
  if (!endsAt || Date.parse(endsAt) >= Date.parse(startsAt)) return [];
  return [`日時（主催者の記載のまま）：${sayTime(startsAt, endsAt)}`];
}

const withRoom = (opportunity: DatedOpportunity, { roomName }: Meeting): DatedOpportunity =>
  roomName ? { ...opportunity, roomText: roomName } : opportunity;
