import ICAL from 'ical.js';
import { expect, test } from 'vitest';

import { aCity, aClass, aCourse, aProgram } from '../record/opportunity.builder.js';
import type { DatedOpportunity } from '../record/opportunity.js';
import { applicationEntry } from './application-entries.js';
import { type Entry, calendarText } from './calendar-text.js';
import { closingEntry, opportunityEntries } from './opportunity-entries.js';

const telling = { city: aCity, names: new Map([['kominkan', '公民館']]) };

const written = (entries: readonly Entry[]): string =>
  calendarText({
    name: '西東京市の学び',
    description: '全部',
    source: `${aCity.address}/calendar/search.ics?text=%E4%BB%8B%E8%AD%B7`,
    url: aCity.address,
    entries,
  });

/** The entries as a reader that others wrote understands them, times included. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents('vevent').map((component) => ({
    event: new ICAL.Event(component),
    value: (name: string) => component.getFirstPropertyValue(name),
    property: (name: string) => component.getFirstProperty(name),
  }));
}

const entriesOf = (opportunity: DatedOpportunity) =>
  read(written(opportunityEntries(opportunity, telling)));

test('a session is read back at the times of the graph, as a part of its course', () => {
  const [session] = entriesOf(aCourse());

  expect(session?.event.uid).toBe('session-1@132292.manabi-hub');
  expect(session?.value('related-to')).toBe('course-1@132292.manabi-hub');
  expect(session?.event.startDate.toJSDate().toISOString()).toBe('2026-12-05T01:00:00.000Z');
  expect(session?.event.endDate.toJSDate().toISOString()).toBe('2026-12-05T03:00:00.000Z');
  expect(session?.event.startDate.zone?.tzid).toBe('Asia/Tokyo');
  expect(session?.event.summary).toBe('介護のはじめかた　制度のしくみ');
  expect(session?.property('summary')?.getParameter('language')).toBe('ja');
  expect(session?.event.location).toBe('柳沢公民館　第1会議室（東京都西東京市柳沢一丁目15-1）');
  expect(session?.value('geo')).toEqual([35.7281, 139.5512]);
  expect(session?.property('categories')?.getValues()).toEqual([
    '家庭生活・趣味',
    '大学・一般',
    '高齢者',
  ]);
  expect(session?.value('status')).toBe('CONFIRMED');
  expect(String(session?.value('url'))).toBe('https://manabi.example.jp/opportunities/course-1');
  expect(session?.event.description).toContain('費用：300円');
  expect(session?.event.description).toContain(
    '申込：2026年11月1日(日) 9:00～2026年11月30日(月) 17:00　電話で',
  );
  expect(session?.event.description).toContain('https://www.example.jp/kaigo?a=1,2;b=3');
});

test('no line has more than 75 octets, and none is broken within a character', () => {
  const long = '生涯学習𠮷野家の👨‍👩‍👧‍👦と、“介護”；はじめ\\かた\n'.repeat(40);
  const text = written(
    opportunityEntries(aCourse({ title: { ...aCourse().title!, ja: long } }), telling),
  );

  for (const line of text.split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line.isWellFormed()).toBe(true);
  }
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(read(text)[0]?.event.summary).toBe(`${long}　制度のしくみ`);
});

test('a hostile title stays a title', () => {
  const ja = 'A\r\nEND:VEVENT\nBEGIN:VALARM;X="1",\\,;\u0000\u0007\u007f終\ud800';
  const [session, ...others] = entriesOf(aCourse({ title: { ...aCourse().title!, ja } }));

  expect(others).toEqual([]);
  expect(session?.event.summary).toBe(
    'A\nEND:VEVENT\nBEGIN:VALARM;X="1",\\,;終\ufffd　制度のしくみ',
  );
});

test('what is called off stays in the calendar as called off, all of it or one session alone', () => {
  const cancelledAt = '2026-11-25T00:30:00.000Z';
  const [standing] = entriesOf(aCourse());
  const [session] = entriesOf(aCourse({ sessions: [{ ...aCourse().sessions![0]!, cancelledAt }] }));
  const ended = [{ cancelledAt }, { withdrawnAt: cancelledAt }, { replacedBy: 'course-2' }].map(
    (said) => entriesOf(aCourse(said))[0],
  );

  for (const entry of [session, ...ended]) {
    expect(entry?.value('status')).toBe('CANCELLED');
    expect(entry?.event.uid).toBe(standing?.event.uid);
  }
  expect(session?.event.summary).toBe('【中止】介護のはじめかた　制度のしくみ');
  expect(String(session?.value('last-modified'))).toBe('2026-11-25T00:30:00Z');
  expect(entriesOf(aCourse({ edition: 7 }))[0]?.event.sequence).toBe(7);
  expect(ended[2]?.event.description).toContain('/opportunities/course-2');
});

test('several times without ids of their own keep the names that they had', () => {
  const first = { startsAt: '2026-12-05T01:00:00.000Z', endsAt: null, allDay: false };
  const second = { ...first, startsAt: '2026-12-12T01:00:00.000Z' };
  const uids = (times: (typeof first)[]) =>
    entriesOf(aProgram({ occurrences: times })).map(({ event }) => event.uid);

  expect(uids([first])).toEqual(['program-1@132292.manabi-hub']);
  expect(uids([first, second])).toEqual([
    'program-1@132292.manabi-hub',
    'program-1.2@132292.manabi-hub',
  ]);
});

test('days of which no hour is known are days of the calendar', () => {
  const season = {
    startsAt: '2026-12-04T15:00:00.000Z',
    endsAt: '2027-03-31T15:00:00.000Z',
    allDay: true,
  };
  const day = { ...season, endsAt: null };
  const [whole, one] = entriesOf(aProgram({ occurrences: [season, day] }));

  expect(whole?.event.startDate.toString()).toBe('2026-12-05');
  expect(whole?.event.endDate.toString()).toBe('2027-04-01');
  expect(one?.event.startDate.isDate).toBe(true);
  expect(one?.event.duration.toString()).toBe('P1D');
});

test('an end before the start is told in words and shown by no calendar', () => {
  const wrong = {
    startsAt: '2026-12-05T03:00:00.000Z',
    endsAt: '2026-12-05T01:00:00.000Z',
    allDay: false,
  };
  const [entry] = entriesOf(aProgram({ occurrences: [wrong] }));

  expect(entry?.property('dtend')).toBeNull();
  expect(entry?.event.description).toContain(
    '日時（主催者の記載のまま）：2026年12月5日(土) 12:00～10:00',
  );
});

test('what has no time yet makes a calendar without entries, which readers take', () => {
  const undated = aProgram({ occurrences: [], startsAt: null, endsAt: null });

  expect(entriesOf(undated)).toEqual([]);
});

test('the last moment to apply is an entry that keeps nobody busy', () => {
  const [entry] = read(written(closingEntry(aCourse(), telling)));

  expect(entry?.event.uid).toBe('course-1.closes@132292.manabi-hub');
  expect(entry?.event.summary).toBe('【申込締切】介護のはじめかた');
  expect(entry?.event.startDate.toJSDate().toISOString()).toBe('2026-11-30T08:00:00.000Z');
  expect(entry?.value('transp')).toBe('TRANSPARENT');
  expect(closingEntry(aCourse({ selection: { method: 'NONE' } }), telling)).toEqual([]);
});

test('a lottery whose confirmation ends with a day ends on that day, not on the next', () => {
  const line = {
    at: '2026-12-15T15:00:00.000Z',
    event: 'CONFIRM_BY',
    title: { ja: '第1会議室の利用抽選（2027年2月分）' },
    applyPeriod: null,
    selection: { method: 'LOTTERY' },
    fee: null,
    startsAt: null,
    lotteryId: 'lottery-1',
    edition: null,
    roomName: '第1会議室',
    provenance: aCourse().provenance,
    venue: aCourse().venue,
    opportunity: null,
  } as const;
  const [entry] = read(written(applicationEntry(line, telling)));

  expect(entry?.event.startDate.toString()).toBe('2026-12-15');
  expect(entry?.event.uid).toBe('lottery-1.confirm_by@132292.manabi-hub');
  expect(applicationEntry({ ...line, at: null }, telling)).toEqual([]);
});

test('a time of a class that was called off or moved says so under the name that it had', () => {
  const [off, moved] = entriesOf(aClass());

  expect(off?.event.uid).toBe('class-1@132292.manabi-hub');
  expect(off?.value('status')).toBe('CANCELLED');
  expect(off?.event.description).toContain('お知らせ：雨天のため');
  expect(moved?.event.uid).toBe('class-1.2@132292.manabi-hub');
  expect(moved?.value('status')).toBe('CONFIRMED');
  expect(moved?.event.description).toContain('日時の変更：2026年12月12日(土) 10:00から');
});

test('who holds it and how to take part online have names and addresses, whatever stands in them', () => {
  const organiser = '柳沢公民館："学び";部^';
  const [onsite] = entriesOf(aCourse());
  const [online] = entriesOf(aCourse({ organiser, attendance: 'ONLINE', url: null }));

  expect(onsite?.property('conference')).toBeNull();
  expect(String(onsite?.value('organizer'))).toBe('https://www.example.jp/kaigo?a=1,2;b=3');
  expect(online?.property('organizer')?.getParameter('cn')).toBe(organiser);
  expect(online?.property('conference')?.getParameter('label')).toBe('オンラインでの参加方法');
  expect(String(online?.value('conference'))).toBe(
    'https://manabi.example.jp/opportunities/course-1',
  );
});
