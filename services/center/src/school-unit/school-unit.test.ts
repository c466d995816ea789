import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aFacility } from '../facility/facility.builder.js';
import { aPerson } from '../person/person.builder.js';
import { center } from '../service.js';
import { aSiteVisit } from '../site-visit/site-visit.builder.js';
import { aSubject } from '../subject/subject.builder.js';
import { PersonRole } from '../value/person-role.js';
import { aSchoolUnit } from './school-unit.builder.js';

const soil = [{ scheme: 'NDC', code: '613' }];

test('a school reads for a unit who can come and what can be visited, volunteers of schools first', async () => {
  const service = await openTestService(center);
  await service.plant(
    aSchoolUnit(),
    aPerson({ id: 'a', subjectKeys: soil }),
    aPerson({
      id: 'b',
      subjectKeys: [{ scheme: 'NDC', code: '6' }],
      roles: [PersonRole.SCHOOL_VOLUNTEER],
      ages: { minMonths: 72, maxMonths: 191 },
    }),
    aPerson({ id: 'for-adults', subjectKeys: soil, ages: { minMonths: 216 } }),
    aPerson({ id: 'sings', subjectKeys: [{ scheme: 'NDC', code: '76' }] }),
    aSiteVisit({ id: 'field', subjectKeys: soil, gradeFrom: 3, gradeTo: 6 }),
    aSiteVisit({ id: 'older', subjectKeys: soil, gradeFrom: 7 }),
  );

  const { data, errors } = await service.ask(
    '{ schoolUnit(id: "unit") { grade guestTeachers { id } siteVisits { id } } }',
  );

  expect(errors).toEqual([]);
  expect(data.schoolUnit).toEqual({
    grade: 5,
    guestTeachers: [{ id: 'b' }, { id: 'a' }],
    siteVisits: [{ id: 'field' }],
  });
});

test('a guest has time for the lesson and works in its district; a place takes classes on its day', async () => {
  const service = await openTestService(center);
  await service.plant(
    aSchoolUnit(),
    aPerson({
      id: 'fits',
      subjectKeys: soil,
      districtCodes: ['D01'],
      freeTimes: [{ weekday: 4, startsAt: '09:00', endsAt: '12:00' }],
    }),
    aPerson({ id: 'elsewhere', subjectKeys: soil, districtCodes: ['D02'] }),
    aSiteVisit({ id: 'thursdays', weekdays: [4], months: [10] }),
    aSiteVisit({ id: 'spring', weekdays: [4], months: [4] }),
    aSiteVisit({ id: 'fridays', weekdays: [5] }),
  );

  // 8 October 2026 is a Thursday.
  const { data, errors } = await service.ask(`{ schoolUnit(id: "unit") {
    guestTeachers(districtCode: "D01",
      time: { startsAt: "2026-10-08T10:00:00+09:00", endsAt: "2026-10-08T11:00:00+09:00" }) { id }
    siteVisits(on: "2026-10-08") { id } } }`);

  expect(errors).toEqual([]);
  expect(data.schoolUnit).toEqual({
    guestTeachers: [{ id: 'fits' }],
    siteVisits: [{ id: 'thursdays' }],
  });
});

test('units of a grade with guests, visits, subjects and places cost one query each', async () => {
  const service = await openTestService(center);
  await service.plant(
    aFacility(),
    aSubject({ code: '61' }),
    ...['u1', 'u2', 'u3'].map((id) => aSchoolUnit({ id, months: [4] })),
    aSchoolUnit({ id: 'other', grade: 6 }),
    aPerson({ subjectKeys: soil }),
    aSiteVisit({ facilityCode: '132292-0001' }),
  );

  const { data, errors, queries } =
    await service.ask(`{ schoolUnits(filter: { grade: 5, month: 4 }) {
    edges { node { id subjects { code } guestTeachers { id } siteVisits { id facility { code } } } } } }`);

  expect(errors).toEqual([]);
  expect(data.schoolUnits.edges).toHaveLength(3);
  expect(data.schoolUnits.edges[2].node).toEqual({
    id: 'u3',
    subjects: [{ code: '61' }],
    guestTeachers: [{ id: 'person' }],
    siteVisits: [{ id: 'visit', facility: { code: '132292-0001' } }],
  });
  expect(queries).toBe(5);
});

test('references to a hundred units and visits cost one query each, and followers are told of both', async () => {
  const service = await openTestService(center);
  const ids = Array.from({ length: 100 }, (_, number) => `n${number}`);
  await service.plant(
    ...ids.map((id) => aSchoolUnit({ id })),
    ...ids.map((id) => aSiteVisit({ id })),
  );

  const { data, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on SchoolUnit { id } ... on SiteVisit { id } } }`,
    {
      of: ['SchoolUnit', 'SiteVisit'].flatMap((type) =>
        ids.map((id) => ({ __typename: type, id })),
      ),
    },
  );
  const { items } = await service.service.feed();

  expect(data._entities).toHaveLength(200);
  expect(queries).toBe(2);
  expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['SchoolUnit', 'SiteVisit']));
});
