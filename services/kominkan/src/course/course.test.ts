import { openTestService } from '@manabi/kit/testing/test-service';
import { Attendance } from '@manabi/kit/vocabulary/attendance';
import { Audience } from '@manabi/kit/vocabulary/audience';
import { SelectionMethod } from '@manabi/kit/vocabulary/selection';
import { Tri } from '@manabi/kit/value/tri';
import { expect, test } from 'vitest';

import { kominkan } from '../service.js';
import { aSession } from '../session/session.builder.js';
import { aCourse } from './course.builder.js';
import { Course } from './course.entity.js';
import { coursesByIds } from './course.repository.js';

const japan = (time: string): Date => new Date(`${time}+09:00`);

test('references to a hundred courses cost one query, and one that nobody has is null', async () => {
  const service = await openTestService(kominkan);
  const ids = Array.from({ length: 100 }, (_, at) => `course-${at}`);
  await service.plant(...ids.map((id) => aCourse({ id })));

  const { data, errors, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Course { id title { ja } } } }`,
    { of: [...ids, 'nobody'].map((id) => ({ __typename: 'Course', id })) },
  );

  expect(errors).toEqual([]);
  expect(data._entities.slice(0, 100).map((course: { id: string }) => course.id)).toEqual(ids);
  expect(data._entities[100]).toBeNull();
  expect(queries).toBe(1);
});

test('a course tells what its department wrote, its teachers and that children are minded', async () => {
  const service = await openTestService(kominkan);
  await service.plant(
    aCourse({
      id: 'care',
      title: { ja: '介護入門', kana: 'カイゴニュウモン' },
      attendance: Attendance.ONSITE,
      audiences: [Audience.ADULT, Audience.SENIOR],
      startsAt: japan('2026-11-03T10:00'),
      endsAt: japan('2026-11-24T12:00'),
      capacity: 20,
      taken: 18,
      venueCode: '132292-0303',
      subjectKeys: [{ scheme: 'NDC', code: '369' }],
      instructorIds: ['p2', 'p1'],
      childcareOffered: Tri.YES,
    }),
  );

  const { data, errors } = await service.ask(
    `{ course(id: "care") {
      title { ja kana } attendance audiences startsAt seats { capacity left } childcareOffered
      venue { code } subjects { scheme code } instructors { id } provenance { department sample }
    } }`,
  );

  expect(errors).toEqual([]);
  expect(data.course).toEqual({
    title: { ja: '介護入門', kana: 'カイゴニュウモン' },
    attendance: 'ONSITE',
    audiences: ['ADULT', 'SENIOR'],
    startsAt: '2026-11-03T01:00:00.000Z',
    seats: { capacity: 20, left: 1 },
    childcareOffered: 'YES',
    venue: { code: '132292-0303' },
    subjects: [{ scheme: 'NDC', code: '369' }],
    instructors: [{ id: 'p2' }, { id: 'p1' }],
    provenance: { department: 'kominkan', sample: true },
  });
});

test('whether one can apply follows from the dates and the moment that is asked about', async () => {
  const service = await openTestService(kominkan);
  await service.plant(
    aCourse({
      id: 'lots',
      applyOpensAt: japan('2026-10-01T09:00'),
      applyClosesAt: japan('2026-10-14T17:00'),
      selection: { method: SelectionMethod.LOTTERY },
    }),
  );

  const { data } = await service.ask(
    `{ course(id: "lots") {
      now: applicationState
      before: applicationState(at: "2026-09-30T23:59:59+09:00")
      after: applicationState(at: "2026-10-14T17:00:01+09:00")
    } }`,
  );

  expect(data.course).toEqual({ now: 'LOTTERY', before: 'BEFORE', after: 'CLOSED' });
});

test('a course that nobody described says that childcare is not known, and has no teachers', async () => {
  const service = await openTestService(kominkan);
  await service.plant(aCourse({ id: 'bare' }));

  const { data } = await service.ask(
    '{ course(id: "bare") { childcareOffered instructors { id } sessions { id } } }',
  );

  expect(data.course).toEqual({ childcareOffered: 'UNKNOWN', instructors: [], sessions: [] });
});

test('a change of a session tells its course again, with the times of all its sessions', async () => {
  const service = await openTestService(kominkan);
  await service.plant(
    aCourse({ id: 'choir' }),
    aCourse({ id: 'kayak' }),
    aSession({ id: 'first', courseId: 'choir', startsAt: japan('2026-10-06T10:00') }),
  );
  const { next } = await service.service.feed();

  await service.plant(
    aSession({ id: 'second', courseId: 'choir', startsAt: japan('2026-10-13T10:00') }),
  );

  const { items } = await service.service.feed(next);
  expect(items).toEqual([
    expect.objectContaining({ id: 'choir', kind: 'Course', state: 'updated' }),
  ]);
  expect(items[0]?.data?.['occurrences']).toEqual([
    { startsAt: '2026-10-06T01:00:00.000Z', endsAt: null, allDay: false },
    { startsAt: '2026-10-13T01:00:00.000Z', endsAt: null, allDay: false },
  ]);
});

test('a session that moves to another course tells both courses again', async () => {
  const service = await openTestService(kominkan);
  await service.plant(
    aCourse({ id: 'choir' }),
    aCourse({ id: 'kayak' }),
    aSession({ id: 'first', courseId: 'choir' }),
  );
  const { next } = await service.service.feed();

  await service.em().execute(`update session set course_id = 'kayak' where id = 'first'`);

  const { items } = await service.service.feed(next);
  expect(items.map(({ id }) => id).toSorted()).toEqual(['choir', 'kayak']);
});

test('a course that is read for an answer is as the unit of work finds it, and cannot be changed', async () => {
  const service = await openTestService(kominkan);
  const opensAt = new Date('2026-11-01T00:00:00.123Z');
  await service.plant(
    aCourse({ id: 'choir', audiences: [Audience.SENIOR], applyOpensAt: opensAt }),
  );

  const [read] = await coursesByIds(service.em(), ['choir', 'nobody']);
  const found = await service.em().findOneOrFail(Course, 'choir');

  expect(JSON.stringify(read)).toBe(JSON.stringify(found));
  expect([read?.applyPeriod, read instanceof Course]).toEqual([{ opensAt, closesAt: null }, true]);
  // It is there.
  expect(() => service.em().persist(read as Course)).toThrow('cannot be changed');
});
