import { timeLeftHeader } from '@manabi/kit/deadline';

import type { Check } from '../check.js';
import { outcomeOf } from '../outcome.js';
import { shortly } from '../reply.js';

const over: Check = {
  name: 'deadline-over',
  expects: `A request whose time is over (${timeLeftHeader}: 0) is answered 503 with the code UNAVAILABLE`,
  run: async (subject) => {
    const answer = await subject.ask('{ __typename }', {}, { headers: { [timeLeftHeader]: '0' } });
    const code = answer.errors[0]?.extensions?.['code'];
    if (answer.status === 503 && code === 'UNAVAILABLE') return outcomeOf([]);
    const remedy = `Read ${timeLeftHeader}, milliseconds that the gateway will wait; stop when they are over.`;
    return outcomeOf([{ found: shortly(answer), remedy }]);
  },
};

const within: Check = {
  name: 'deadline-ahead',
  expects: `A request with time left (${timeLeftHeader}: 5000) is answered`,
  run: async (subject) => {
    const odd = { headers: { [timeLeftHeader]: '5000' } };
    const answer = await subject.ask('{ __typename }', {}, odd);
    if (answer.status === 200 && answer.data) return outcomeOf([]);
    const remedy = `${timeLeftHeader} is a length of time in milliseconds, not a moment.`;
    return outcomeOf([{ found: shortly(answer), remedy }]);
  },
};

/** A subgraph works only while somebody waits. */
export const deadlines: readonly Check[] = [over, within];
