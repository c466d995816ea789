import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { anExperienceProgram } from '../experience-program/experience-program.builder.js';
import { anExperienceSession } from '../experience-session/experience-session.builder.js';
import { aPerson } from '../person/person.builder.js';
import { center } from '../service.js';
import { anAssignment } from './assignment.builder.js';

const at = (hour: number) => new Date(`2026-10-10T${String(hour).padStart(2, '0')}:00:00+09:00`);

/** A person, and a time of a programme to which they may be promised. */
const held = () => [aPerson(), anExperienceProgram(), anExperienceSession()];

test('the table refuses two promises of one person at once, and lets one follow the other', async () => {
  const service = await openTestService(center);
  await service.plant(...held(), anAssignment({ id: 'a', startsAt: at(9), endsAt: at(12) }));

  const twice = service.plant(anAssignment({ id: 'b', startsAt: at(11), endsAt: at(13) }));

  await expect(twice).rejects.toThrow('assignment_no_two_at_once');
  await service.plant(anAssignment({ id: 'c', startsAt: at(12), endsAt: at(13) }));
});

test('of fifty who promise one person the same hour, one succeeds', async () => {
  const service = await openTestService(center);
  await service.plant(...held());

  const tries = await Promise.allSettled(
    Array.from({ length: 50 }, (_, number) => service.plant(anAssignment({ id: `a${number}` }))),
  );

  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});
