import { expect, test } from 'vitest';

import { departments } from '../../src/city/departments.js';
import { ask, question, whole } from '../ask.js';
import { proofCity } from './proof-city.js';
import { p8 } from './rooms-asked.js';
import { roomProofs } from './rooms-proofs.js';
import { roomQuestions } from './rooms-questions.js';
import { roomWrites } from './rooms-writes.js';

const proof = proofCity();

roomProofs(proof);
roomQuestions(proof);
roomWrites(proof);

test('without lectures, regular uses and rooms the questions answer with nothing', async () => {
  await proof.city.sql('kominkan', 'delete from delivery_lecture');
  await proof.city.sql('kominkan', 'delete from regular_use');
  await proof.city.sql('sports', 'delete from regular_use');
  await proof.city.sql('kominkan', 'delete from slot_hold');
  await proof.city.sql('kominkan', 'delete from study_room');
  await proof.city.sql('sports', 'delete from court_hold');
  await proof.city.sql('sports', 'delete from court');
  for (const { name } of departments) proof.city.door.changed(name);

  const rooms = whole(await ask(proof.city, p8()));
  const { groups } = whole(await ask(proof.city, question('p6')));
  const { deliveryLectures } = whole(await ask(proof.city, question('p21')));

  expect([rooms.studyRooms.edges, rooms.courts.edges, deliveryLectures.edges]).toEqual([
    [],
    [],
    [],
  ]);
  for (const { node } of groups.edges)
    expect(node).toMatchObject({ usualRooms: [], usualCourts: [] });
});
