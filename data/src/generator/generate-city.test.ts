import { expect, test } from 'vitest';
import { generateCity } from './generate-city.js';

const TODAY = '2026-11-23';
const cityOf = (opportunities: number, seed = 1) =>
  generateCity({ seed, scale: { opportunities }, today: TODAY });

test('the same seed gives the same city and another seed another one', () => {
  const first = [...cityOf(200).opportunities()];

  expect([...cityOf(200).opportunities()]).toEqual(first);
  expect([...cityOf(200, 2).opportunities()].map((row) => row.title.ja)).not.toEqual(
    first.map((row) => row.title.ja),
  );
});

test('a generated id does not change when the day changes', () => {
  const scale = { opportunities: 100 };
  const later = generateCity({ seed: 1, scale, today: '2027-05-05' });

  expect([...later.opportunities()].map((row) => row.id)).toEqual(
    [...cityOf(100).opportunities()].map((row) => row.id),
  );
});

test('a city holds as many rows as were asked for, and the residents add up', () => {
  const city = generateCity({
    seed: 3,
    scale: { opportunities: 1_000, titles: 70, people: 30, groups: 20, residents: 200_001 },
    today: TODAY,
  });

  expect([...city.opportunities()]).toHaveLength(1_000);
  expect([...city.opportunities('SportsClass')]).toHaveLength(200);
  expect([...city.titles()]).toHaveLength(70);
  expect([...city.people()]).toHaveLength(30);
  expect([...city.groups()]).toHaveLength(20);
  expect([...city.population()].reduce((sum, row) => sum + row.count, 0)).toBe(200_001);
});

test('everything a generated opportunity names exists', () => {
  const city = cityOf(4_000);
  const houses = [...city.facilities()];
  const venues = new Map(
    houses.flatMap((house) => house.rooms.map((room) => [room.id, house.code])),
  );
  const people = new Set([...city.people()].map((person) => person.id));
  const codes = new Set(houses.map((house) => house.code));
  const titles = new Set([...city.titles()].map((title) => title.id));

  expect(new Set(houses.map((house) => house.name.ja)).size).toBe(houses.length);
  for (const row of city.opportunities()) {
    expect(venues.get(row.roomId)).toBe(row.venueCode);
    expect(people).toContain(row.instructorIds[0]);
    expect(row.sample).toBe(true);
  }
  for (const copy of city.holdings()) {
    expect(codes).toContain(copy.branchCode);
    expect(titles).toContain(copy.titleId);
  }
  for (const group of city.groups()) {
    expect(venues.get(group.meeting.roomId)).toBe(group.meeting.venueCode);
  }
});

test('no two generated sessions meet in one room', () => {
  const sessions = [...cityOf(20_000).opportunities()].flatMap((row) => row.sessions);
  const starts = new Set(sessions.map((session) => `${session.roomId} ${session.startsAt}`));

  expect(starts.size).toBe(sessions.length);
  expect(new Set(sessions.map((session) => session.id)).size).toBe(sessions.length);
});

test('titles are many and written in kanji of both forms, kana of both widths, Latin letters and digits', () => {
  const titles = [...cityOf(20_000).opportunities()].map((row) => row.title);
  const all = titles.map((title) => title.ja).join('\n');

  expect(new Set(titles.map((title) => title.ja)).size).toBeGreaterThan(8_000);
  for (const part of [
    '髙',
    '國',
    '國際',
    '国際',
    'ｽﾏﾎ',
    'スマートフォン',
    'Python',
    'ＺＵＭＢＡ',
    '２０２６',
    '60歳',
  ]) {
    expect(all).toContain(part);
  }
  expect(titles.every((title) => !/[*#_]/.test(title.ja + (title.kana ?? '')))).toBe(true);
});

test('a size that is no whole number is refused with what is needed', () => {
  expect(() => cityOf(1.5)).toThrow('a whole number from 0 is needed');
});
