import { expect, test } from 'vitest';

import { weekdayOf } from '../tokyo-day.js';
import { culturalProperties } from './cultural-properties.js';
import { departments } from './departments.js';
import { experiencePrograms } from './experience-programs.js';
import { facilities } from './facilities.js';
import { people } from './people.js';
import { schoolUnits, siteVisits } from './school-units.js';
import { subjects } from './subjects.js';

const TODAY = '2026-11-23';
const DAYS = [TODAY, '2026-12-27', '2027-02-28'];

const houses = new Set(facilities().map(({ code }) => code));
const offices = new Set(departments().map(({ code }) => code));
const known = new Set(subjects().map(({ scheme, code }) => `${scheme}:${code}`));

test('programmes, units and visits lie in real houses, belong to departments and have subjects of the register', () => {
  const programs = experiencePrograms(TODAY);
  const visits = siteVisits(TODAY);
  const units = schoolUnits(TODAY);
  const properties = new Set(culturalProperties(TODAY).map(({ code }) => code));

  expect([programs.length, units.length, visits.length]).toEqual([16, 12, 8]);
  expect(programs.filter(({ venueCode }) => !houses.has(venueCode))).toEqual([]);
  expect(visits.filter(({ facilityCode }) => !houses.has(facilityCode))).toEqual([]);
  const seen = visits.flatMap(({ culturalPropertyCode }) => culturalPropertyCode ?? []);
  expect(seen.filter((code) => !properties.has(code))).toEqual([]);
  const owners = [...programs, ...visits].map(({ departmentCode }) => departmentCode);
  expect(owners.filter((code) => !offices.has(code))).toEqual([]);
  const keys = [...programs, ...visits, ...units].flatMap(({ subjectKeys }) => subjectKeys);
  expect(keys.filter(({ scheme, code }) => !known.has(`${scheme}:${code}`))).toEqual([]);
});

test.each(DAYS)(
  'on %s nobody supports two programmes at once, and all who do said to have time',
  (today) => {
    const bank = new Map(people(today).map((person) => [person.id, person]));
    const sessions = experiencePrograms(today).flatMap((program) => program.sessions);

    for (const { supporterIds, startsAt, endsAt } of sessions)
      for (const id of supporterIds) {
        const day = startsAt.slice(0, 10);
        const free = bank.get(id)?.freeTimes.filter(({ weekday }) => weekday === weekdayOf(day));
        expect(
          free?.some(
            (each) =>
              each.startsAt <= startsAt.slice(11, 16) && endsAt.slice(11, 16) <= each.endsAt,
          ),
        ).toBe(true);
      }
    const promises = sessions.flatMap(({ supporterIds, startsAt, endsAt }) =>
      supporterIds.map((person) => ({ person, startsAt, endsAt })),
    );
    const clashes = promises.filter((one, at) =>
      promises.some(
        (other, place) =>
          place > at &&
          other.person === one.person &&
          one.startsAt < other.endsAt &&
          other.startsAt < one.endsAt,
      ),
    );
    expect(clashes).toEqual([]);
  },
);
