import { openTestService } from '@manabi/kit/testing/test-service';
import { Audience } from '@manabi/kit/vocabulary/audience';
import { expect, test } from 'vitest';

import { aDepartment } from '../department/department.builder.js';
import { aFacility } from '../facility/facility.builder.js';
import { center } from '../service.js';
import { aSubject } from '../subject/subject.builder.js';
import { aDesk } from './desk.builder.js';

test('desks for somebody come with whether they are open now, their place and department, in one query each', async () => {
  const service = await openTestService(center);
  const hours = [{ weekday: 1, opensAt: '09:00', closesAt: '12:00' }];
  const whose = { departmentCode: 'kominkan', venueCode: '132292-0001' };
  await service.plant(
    aDepartment(),
    aFacility(),
    aDesk({ id: 'a', hours, audiences: [Audience.ANYONE], ...whose }),
    aDesk({ id: 'b', audiences: [Audience.SENIOR, Audience.WOMEN], ...whose }),
    aDesk({ id: 'c', audiences: [Audience.INFANT] }),
  );

  const { data, errors, queries } =
    await service.ask(`{ desks(filter: { audience: SENIOR }) { edges { node {
    id openNow afternoon: openNow(at: "2026-10-05T14:00:00+09:00") venue { code } department { code } } } } }`);

  expect(errors).toEqual([]);
  expect(data.desks.edges.map((edge: { node: object }) => edge.node)).toEqual([
    {
      id: 'a',
      openNow: 'YES',
      afternoon: 'NO',
      venue: { code: '132292-0001' },
      department: { code: 'kominkan' },
    },
    {
      id: 'b',
      openNow: 'UNKNOWN',
      afternoon: 'UNKNOWN',
      venue: { code: '132292-0001' },
      department: { code: 'kominkan' },
    },
  ]);
  expect(queries).toBe(3);
});

test('desks that are open at a moment are found by their hours, their holidays and their own days', async () => {
  const service = await openTestService(center);
  const hours = [{ weekday: 1, opensAt: '09:00', closesAt: '12:00' }];
  await service.plant(
    aDesk({ id: 'a', hours }),
    aDesk({ id: 'b', hours, exceptions: [{ on: '2026-10-05', note: '研修' }] }),
    aDesk({ id: 'c', hours: [{ weekday: 2, opensAt: '09:00', closesAt: '12:00' }] }),
    aDesk({ id: 'd' }),
  );

  const { data, errors, queries } = await service.ask(
    '{ desks(filter: { openAt: "2026-10-05T10:00:00+09:00" }) { edges { node { id } } } }',
  );

  expect(errors).toEqual([]);
  expect(data.desks.edges).toEqual([{ node: { id: 'a' } }]);
  expect(queries).toBe(1);
});

test('many subjects lead to the desks that advise on them or on classes above and under, in one query', async () => {
  const service = await openTestService(center);
  const open = [{ weekday: 1, opensAt: '09:00', closesAt: '12:00' }];
  await service.plant(
    aSubject({ code: '36' }),
    aSubject({ code: '369' }),
    aSubject({ code: '49' }),
    aDesk({ id: 'care', subjectKeys: [{ scheme: 'NDC', code: '369' }], hours: open }),
    aDesk({
      id: 'wide',
      subjectKeys: [{ scheme: 'NDC', code: '36' }],
      audiences: [Audience.SENIOR],
      capacity: 2,
    }),
  );

  const { data, errors, queries } =
    await service.ask(`{ subjects { edges { node { code desks { id capacity }
    open: desks(openAt: "2026-10-05T10:00:00+09:00") { id } seniors: desks(audience: SENIOR) { id } } } } }`);

  expect(errors).toEqual([]);
  const both = [
    { id: 'care', capacity: null },
    { id: 'wide', capacity: 2 },
  ];
  const wide = [{ id: 'wide' }];
  expect(data.subjects.edges.map((edge: { node: object }) => edge.node)).toEqual([
    { code: '36', desks: both, open: [{ id: 'care' }], seniors: wide },
    { code: '369', desks: both, open: [{ id: 'care' }], seniors: wide },
    { code: '49', desks: [], open: [], seniors: [] },
  ]);
  expect(queries).toBe(3);
});
