import { expect, test } from 'vitest';

import { question } from '../ask.js';
import { callsOf } from '../calls-of.js';
import { proofCity } from './proof-city.js';
import { deskProofs } from './registers-desks.js';
import { peopleProofs } from './registers-people.js';
import { registerQuestions } from './registers-questions.js';
import { schoolProofs } from './registers-schools.js';

const proof = proofCity();

registerQuestions(proof);
peopleProofs(proof);
deskProofs(proof);
schoolProofs(proof);

test('no question asks a department once for each row, however many there are', async () => {
  const p3 = await callsOf(proof.city, question('p3'));
  const p5 = await callsOf(proof.city, question('p5'));
  const p13 = await callsOf(proof.city, question('p13'));
  const p14 = await callsOf(proof.city, question('p14'));

  expect(p3.calls).toEqual({ center: 1, library: 1, kominkan: 1 });
  expect(p5.calls).toEqual({ center: 1, kominkan: 1, sports: 1 });
  expect(p13.calls).toEqual({ center: 1, library: 1, kominkan: 1, welfare: 1 });
  expect(p14.calls).toEqual({ center: 1, kominkan: 1 });
});
