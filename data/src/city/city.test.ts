import { expect, test } from 'vitest';
import { addDays, isYearEnd, weekdayOf } from '../tokyo-day.js';
import { accessItems, accessProfiles } from './access-profiles.js';
import { areas } from './areas.js';
import { childcareSessions } from './childcare-sessions.js';
import { courses } from './courses.js';
import { courtSlots } from './courts.js';
import { culturalProperties } from './cultural-properties.js';
import { departments } from './departments.js';
import { desks } from './desks.js';
import { facilities } from './facilities.js';
import { groups } from './groups.js';
import { holdings } from './holdings.js';
import { libraryBranches } from './library-branches.js';
import { lotteryWindows } from './lottery-windows.js';
import { measureLinks } from './measure-links.js';
import { measures } from './measures.js';
import { opportunities } from './opportunities.js';
import { people } from './people.js';
import { rooms } from './rooms.js';
import { studyRoomSlots } from './study-rooms.js';
import { subjects } from './subjects.js';
import { titles } from './titles.js';

const TODAY = '2026-11-23';
const DAYS = [TODAY, '2026-12-27', '2027-02-28', '2028-02-29'];

const codesOf = (rows: { code: string }[]): Set<string> => new Set(rows.map((row) => row.code));
const idsOf = (rows: { id: string }[]): Set<string> => new Set(rows.map((row) => row.id));
const missing = (asked: (string | null)[], known: Set<string>): (string | null)[] =>
  asked.filter((key) => key !== null && !known.has(key));

const collections = (today: string) => ({
  opportunities: opportunities(today),
  sessions: opportunities(today).flatMap((row) => row.sessions),
  childcare: childcareSessions(today),
  people: people(today),
  groups: groups(today),
  desks: desks(today),
  titles: titles(today),
  holdings: holdings(today),
  links: measureLinks(today),
});

test('ids do not repeat and stay the same when the day changes', () => {
  const first = collections(TODAY);
  const later = collections(addDays(TODAY, 100));

  for (const name of [
    'opportunities',
    'sessions',
    'childcare',
    'people',
    'titles',
    'links',
  ] as const) {
    const ids = first[name].map((row) => row.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(later[name].map((row) => row.id)).toEqual(ids);
  }
});

test('the same day gives the same city', () => {
  expect(collections(TODAY)).toEqual(collections(TODAY));
  expect(studyRoomSlots(TODAY)).toEqual(studyRoomSlots(TODAY));
});

test('everything an opportunity names exists', () => {
  const houses = codesOf(facilities());
  const known = new Map(rooms().map((room) => [room.id, room.facilityCode]));
  const keys = new Set(subjects().map((row) => `${row.scheme}:${row.code}`));
  const rows = opportunities(TODAY);

  expect(
    missing(
      rows.map((row) => row.venueCode),
      houses,
    ),
  ).toEqual([]);
  expect(rows.filter((row) => known.get(row.roomId) !== row.venueCode)).toEqual([]);
  expect(
    missing(
      rows.map((row) => row.departmentCode),
      codesOf(departments()),
    ),
  ).toEqual([]);
  expect(
    missing(
      rows.flatMap((row) => row.instructorIds),
      idsOf(people(TODAY)),
    ),
  ).toEqual([]);
  expect(
    missing(
      rows.flatMap((row) => row.measureCodes),
      codesOf(measures()),
    ),
  ).toEqual([]);
  expect(
    missing(
      rows.flatMap((row) => row.subjectKeys.map((key) => `${key.scheme}:${key.code}`)),
      keys,
    ),
  ).toEqual([]);
  for (const row of rows) {
    expect(row.audiences.length).toBeGreaterThan(0);
    expect(row.subjectKeys.map((key) => key.scheme)).toEqual(
      expect.arrayContaining(['NDC', 'MEXT', 'SURVEY']),
    );
    expect(row.title.kana).toMatch(/^[ァ-ヶー　]+$/);
    expect(row.sessions.length).toBeGreaterThan(0);
  }
});

test('everything a desk, a circle, a person, a copy or a childcare place names exists', () => {
  const houses = codesOf(facilities());
  const known = idsOf(rooms());
  const { sessions, titles: books } = collections(TODAY);

  expect(
    missing(
      desks(TODAY).map((desk) => desk.venueCode),
      houses,
    ),
  ).toEqual([]);
  expect(
    missing(
      desks(TODAY).map((desk) => desk.departmentCode),
      codesOf(departments()),
    ),
  ).toEqual([]);
  expect(
    missing(
      groups(TODAY).map((group) => group.meeting.roomId),
      known,
    ),
  ).toEqual([]);
  expect(
    missing(
      groups(TODAY).map((group) => group.fedByCourseId),
      idsOf(courses(TODAY)),
    ),
  ).toEqual([]);
  expect(
    missing(
      people(TODAY).map((person) => person.areaCode),
      codesOf(areas()),
    ),
  ).toEqual([]);
  expect(
    missing(
      holdings(TODAY).map((copy) => copy.titleId),
      idsOf(books),
    ),
  ).toEqual([]);
  expect(
    missing(
      books.map((book) => book.editionOfId),
      idsOf(books),
    ),
  ).toEqual([]);
  expect(
    missing(
      childcareSessions(TODAY).map((row) => row.sessionId),
      idsOf(sessions),
    ),
  ).toEqual([]);
  expect(
    missing(
      libraryBranches().map((branch) => branch.facilityCode),
      houses,
    ),
  ).toEqual([]);
  expect(accessProfiles().map((row) => row.facilityCode)).toEqual([...houses]);
  expect(accessItems()).toHaveLength(19);
});

test.each(DAYS)(
  'on %s no room holds two sessions at once and none on a day its house is closed',
  (today) => {
    const open = new Map(
      facilities().map((house) => [
        house.code,
        new Map(house.hours.map((hours) => [hours.weekday, hours])),
      ]),
    );
    const closed = new Map(
      facilities().map((house) => [
        house.code,
        house.closedDays.filter((rule) => rule.rule === 'WEEKDAY').map((rule) => rule.weekday),
      ]),
    );
    const held = opportunities(today).flatMap((row) => row.sessions);
    const taken = held.toSorted((one, other) =>
      `${one.roomId}${one.startsAt}`.localeCompare(`${other.roomId}${other.startsAt}`),
    );

    for (const [at, session] of taken.entries()) {
      const next = taken[at + 1];
      if (next?.roomId === session.roomId) expect(next.startsAt >= session.endsAt).toBe(true);
      const day = session.startsAt.slice(0, 10);
      const hours = open.get(session.venueCode)?.get(weekdayOf(day));
      expect(isYearEnd(day)).toBe(false);
      expect(closed.get(session.venueCode)).not.toContain(weekdayOf(day));
      expect(session.startsAt.slice(11, 16) >= (hours?.opensAt ?? '99')).toBe(true);
      expect(session.endsAt.slice(11, 16) <= (hours?.closesAt ?? '')).toBe(true);
    }
  },
);

test.each(DAYS)(
  'on %s one can apply for many things, and for things with childcare left',
  (today) => {
    const rows = opportunities(today);
    const now = `${today}T12:00:00+09:00`;
    const open = rows.filter(
      (row) =>
        row.applyOpensAt !== null && row.applyOpensAt <= now && now < (row.applyClosesAt ?? ''),
    );
    const opening = rows.filter(
      (row) => (row.applyOpensAt ?? '') > now && (row.applyOpensAt ?? '') < addDays(today, 14),
    );

    expect(open.length).toBeGreaterThan(10);
    expect(opening.length).toBeGreaterThan(3);
    expect(
      open.filter((row) => row.childcare !== null && row.childcare.taken < row.childcare.places)
        .length,
    ).toBeGreaterThan(2);
    for (const row of rows) {
      expect(row.startsAt <= row.endsAt).toBe(true);
      expect((row.applyOpensAt ?? '') <= (row.applyClosesAt ?? '')).toBe(true);
      expect(row.taken).toBeLessThanOrEqual(row.capacity);
    }
  },
);

test('some titles and summaries are also told in やさしい日本語, none of it reviewed by a person', () => {
  const plain = opportunities(TODAY).filter((row) => row.title.plain && row.summary.plain);

  expect(plain.length).toBeGreaterThan(15);
  expect(plain.every((row) => row.title.plain?.origin === 'MACHINE')).toBe(true);
});

test('no application is counted before its window opens and no place is given before the draw', () => {
  const now = `${TODAY}T12:00:00+09:00`;
  const rows = opportunities(TODAY);

  expect(rows.filter((row) => (row.applyOpensAt ?? '') > now && row.applied > 0)).toEqual([]);
  expect(
    rows.filter((row) => (row.selection.drawAt ?? '') > addDays(TODAY, 1) && row.taken > 0),
  ).toEqual([]);
});

test('slots of a room never overlap and tell who has them', () => {
  const slots = [...studyRoomSlots(TODAY), ...courtSlots(TODAY)];
  const sessions = idsOf(opportunities(TODAY).flatMap((row) => row.sessions));
  const circles = idsOf(groups(TODAY));
  const sorted = slots.toSorted((one, other) =>
    `${one.roomId}${one.startsAt}`.localeCompare(`${other.roomId}${other.startsAt}`),
  );

  expect(new Set(slots.map((slot) => slot.id)).size).toBe(slots.length);
  for (const [at, slot] of sorted.entries()) {
    const next = sorted[at + 1];
    if (next?.roomId === slot.roomId) expect(next.startsAt >= slot.endsAt).toBe(true);
  }
  expect(
    missing(
      slots.map((slot) => slot.sessionId),
      sessions,
    ),
  ).toEqual([]);
  expect(
    missing(
      slots.map((slot) => slot.groupId),
      circles,
    ),
  ).toEqual([]);
  expect(slots.filter((slot) => slot.groupId !== null).length).toBeGreaterThan(50);
  expect(slots.filter((slot) => slot.sessionId !== null).length).toBeGreaterThan(50);
  expect(new Set(slots.map((slot) => slot.state))).toEqual(new Set(['FREE', 'TAKEN']));
});

test('a slot that nobody uses is not given before the draw of its month', () => {
  const february = studyRoomSlots('2026-12-07').filter((slot) => slot.lotteryMonth === '2027-02');
  const drawn = studyRoomSlots('2026-12-08').filter((slot) => slot.lotteryMonth === '2027-02');

  expect(february.some((slot) => slot.state === 'LOTTERY' && slot.won === null)).toBe(true);
  expect(drawn.filter((slot) => slot.state === 'LOTTERY')).toEqual([]);
});

test('a room of April is drawn on 8 February, confirmed from 9 to 15 and free for all from the 16th', () => {
  const april = lotteryWindows('2027-02-10').find((row) => row.month === '2027-04');

  expect(april).toMatchObject({
    applyOpensAt: '2027-02-01T09:00:00+09:00',
    applyClosesAt: '2027-02-07T23:59:00+09:00',
    drawAt: '2027-02-08T09:00:00+09:00',
    confirmOpensAt: '2027-02-09T09:00:00+09:00',
    confirmClosesAt: '2027-02-15T23:59:00+09:00',
    firstComeOpensAt: '2027-02-16T09:00:00+09:00',
  });
});

test('every printed title has a valid ISBN that no book can have, and every subject of a course has titles', () => {
  const books = titles(TODAY);
  const classes = new Set(books.map((book) => book.subjectKeys[0]?.code));
  const asked = courses(TODAY).flatMap((course) =>
    course.subjectKeys.filter((key) => key.scheme === 'NDC').map((key) => key.code),
  );

  expect(books.length).toBeGreaterThan(290);
  for (const { isbn } of books.filter((book) => book.format !== 'DAISY')) {
    const sum = Array.from(isbn ?? '', Number).reduce(
      (total, digit, at) => total + digit * (at % 2 ? 3 : 1),
      0,
    );
    expect(isbn).toMatch(/^97999\d{8}$/);
    expect(sum % 10).toBe(0);
  }
  expect(missing(asked, new Set([...classes].map(String)))).toEqual([]);
  expect(new Set(books.map((book) => book.bibId)).size).toBe(books.length);
});

test('a copy is due back on a day only while it is lent', () => {
  const copies = holdings(TODAY);

  expect(copies.every((copy) => (copy.status === 'LENT') === (copy.dueOn !== null))).toBe(true);
  expect(
    copies.filter((copy) => copy.status === 'ON_SHELF').length / copies.length,
  ).toBeGreaterThan(0.5);
});

test('whatever we composed is marked as sample, and every invented person reaches nobody', () => {
  const rows = Object.values(collections(TODAY)).flat();

  expect(rows.filter((row) => 'sample' in row && !row.sample)).toEqual([]);
  expect(people(TODAY).every((person) => person.email.endsWith('@example.invalid'))).toBe(true);
});

test('some measures of the plan are carried out by several departments and some by nobody', () => {
  const links = measureLinks(TODAY);
  const kinds = Map.groupBy(links, (link) => link.measureCode);
  const idle = measures().filter((row) => row.level === 'MEASURE' && !kinds.has(row.code));

  expect([...kinds.values()].some((row) => new Set(row.map((link) => link.kind)).size > 2)).toBe(
    true,
  );
  expect(idle.length).toBeGreaterThan(5);
  expect(kinds.size).toBeGreaterThan(50);
});

test('every cultural property is marked as sample and lies in a block of the city, at a facility where it names one', () => {
  const rows = culturalProperties(TODAY);
  const blocks = new Set(areas().map(({ name }) => name.ja));

  expect(rows).toHaveLength(10);
  expect(rows.filter(({ sample, name }) => !sample || !name.ja.startsWith('見本'))).toEqual([]);
  expect(rows.filter(({ areaName }) => !blocks.has(areaName))).toEqual([]);
  expect(
    missing(
      rows.map(({ facilityCode }) => facilityCode),
      codesOf(facilities()),
    ),
  ).toEqual([]);
});
