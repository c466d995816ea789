import { pageOf, uidOf, webAddress } from '../record/city.js';
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
    const number = meeting.number ?? place + 1;
    const uid = uidOf(telling.city, meeting.id ?? numbered(opportunity.id, number));
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
    description: [...changeNotes(meeting), ...timeNote(meeting), common.description].join('\n'),
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
  const { summary, venue, subjects, audiences, replacedBy, organiser, attendance } = opportunity;
  const own = webAddress(opportunity.url);
  const page = pageOf(city, 'opportunities', opportunity.id);
  const follower = replacedBy ? [`新しい案内：${pageOf(city, 'opportunities', replacedBy)}`] : [];
  const facts = linesOf(factsOf(opportunity, names));
  const classes = (subjects ?? []).flatMap((subject) => subject?.label?.ja ?? []);
  const groups = (audiences ?? []).map((code) => wordOf(audienceWords, code));
  return {
    sequence: opportunity.edition ?? 0,
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
    organiser: organiser ? { name: organiser, address: own ?? page } : null,
    conference: isOnline(attendance)
      ? { name: 'オンラインでの参加方法', address: own ?? page }
      : null,
    url: page,
    isCancelled: endingOf(opportunity) !== null,
    isBusy: true,
  };
}

/** The first of several times that have no ids has the id of the whole, so that it stays when others are added. */
const numbered = (id: string, number: number): string => (number === 1 ? id : `${id}.${number}`);

/** What its owner lets people know of its change, and from when it was moved. */
const changeNotes = ({ notice, formerStartsAt, cancelledAt }: Meeting): string[] => [
  ...(notice ? [`お知らせ：${notice}`] : []),
  ...(formerStartsAt && !cancelledAt ? [`日時の変更：${sayTime(formerStartsAt, null)}から`] : []),
];

/** An end that no calendar can show is told in words, as its owner wrote it. */
function timeNote({ startsAt, endsAt }: Meeting): string[] {
  if (!endsAt || Date.parse(endsAt) >= Date.parse(startsAt)) return [];
  return [`日時（主催者の記載のまま）：${sayTime(startsAt, endsAt)}`];
}

const withRoom = (opportunity: DatedOpportunity, { roomName }: Meeting): DatedOpportunity =>
  roomName ? { ...opportunity, roomText: roomName } : opportunity;

const isOnline = (attendance: DatedOpportunity['attendance']): boolean =>
  attendance === 'ONLINE' || attendance === 'HYBRID';
