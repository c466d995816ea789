import { openTestService } from '@manabi/kit/testing/test-service';
import { Audience } from '@manabi/kit/vocabulary/audience';
import { expect, test } from 'vitest';

import { aDepartment } from '../department/department.builder.js';
import { aFacility } from '../facility/facility.builder.js';
import { center } from '../service.js';
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
