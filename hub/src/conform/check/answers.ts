import type { Check } from '../check.js';
import { leakIn } from '../leak.js';
import { type Fault, outcomeOf } from '../outcome.js';
import { type Answer, answerIn, shortly } from '../reply.js';

const jsonTypes = /^application\/(?:graphql-response\+)?json\s*(?:;|$)/i;

const contentType: Check = {
  name: 'content-type',
  expects: 'Answers come as application/json or application/graphql-response+json',
  run: async (subject) => {
    const answer = await subject.ask('{ __typename }');
    if (jsonTypes.test(answer.type)) return outcomeOf([]);
    const found = `the content type is "${answer.type}"`;
    return outcomeOf([{ found, remedy: 'Send content-type: application/json; charset=utf-8.' }]);
  },
};

const packing: Check = {
  name: 'packing',
  expects: 'Answers are packed only where it was asked for',
  run: async (subject) => {
    const answer = await subject.ask('{ _service { sdl } }');
    if (answer.packing === 'identity') return outcomeOf([]);
    const found = `it came as ${answer.packing}, though accept-encoding was "identity"`;
    const remedy =
      'Pack (gzip) only where accept-encoding names it; a gateway refuses what it did not ask for.';
    return outcomeOf([{ found, remedy }]);
  },
};

/** Questions that are asked at one moment, as a gateway does on connections that it keeps. */
const together = 12;

const atOnce: Check = {
  name: 'at-once',
  expects: `${together} questions at once, each on a connection that is kept, are answered within 5 seconds`,
  run: async (subject) => {
    const ask = () => subject.ask('{ __typename }');
    const answers = await Promise.all(Array.from({ length: together }, ask));
    const bad = answers.find(({ data }) => !data);
    const slowest = Math.max(...answers.map(({ took }) => took));
    if (!bad && slowest <= 5_000) return outcomeOf([]);
    const found = bad ? shortly(bad) : `the last took ${Math.round(slowest)} ms`;
    const remedy =
      'Serve many connections at a time: a gateway keeps up to 32 open, and one that is idle must keep nobody waiting.';
    return outcomeOf([{ found, remedy }]);
  },
};

const rootName: Check = {
  name: 'typename',
  expects: 'The query { __typename } answers the name of the root type, with status 200',
  run: async (subject) => {
    const answer = await subject.ask('{ __typename }');
    const expected = subject.contract?.schema.getQueryType()?.name ?? 'Query';
    if (answer.status === 200 && answer.data?.['__typename'] === expected) return outcomeOf([]);
    return outcomeOf([
      { found: shortly(answer), remedy: `Answer {"data":{"__typename":"${expected}"}} with 200.` },
    ]);
  },
};

const variables: Check = {
  name: 'variables',
  expects: 'Variables are read, also by @include and @skip',
  run: async (subject) => {
    const query =
      'query ($yes: Boolean!) { a: __typename @include(if: $yes) b: __typename @skip(if: $yes) }';
    const faults: Fault[] = [];
    for (const yes of [true, false]) {
      const answer = await subject.ask(query, { yes });
      const keys = Object.keys(answer.data ?? {}).join();
      if (keys === (yes ? 'a' : 'b')) continue;
      const found = `with {"yes":${yes}} the answer was ${shortly(answer)}`;
      faults.push({ found, remedy: 'Read "variables" of the body and execute with them.' });
    }
    return outcomeOf(faults);
  },
};

interface Wrong {
  what: string;
  ask: (subject: Parameters<Check['run']>[0]) => Promise<Answer>;
}

const wrongRequests: readonly Wrong[] = [
  {
    what: 'a field that does not exist',
    ask: (subject) => subject.ask('{ hubConformNoSuchField }'),
  },
  { what: 'a document that does not parse', ask: (subject) => subject.ask('{ __typename ') },
  {
    what: 'a variable that is missing',
    ask: (subject) => subject.ask('query ($yes: Boolean!) { __typename @include(if: $yes) }'),
  },
  {
    what: 'a body that is not JSON',
    ask: async (subject) => answerIn(await subject.post('{"query":')),
  },
  { what: 'a body without a query', ask: async (subject) => answerIn(await subject.post('{}')) },
];

const errorFormat: Check = {
  name: 'errors',
  expects:
    'What is wrong with a request is answered as "errors" with a message and a code, never 5xx, never without them',
  run: async (subject) => {
    const faults: Fault[] = [];
    for (const { what, ask } of wrongRequests) {
      const answer = await ask(subject);
      faults.push(...faultsOf(answer).map((fault) => Object.assign({ place: what }, fault)));
    }
    return outcomeOf(faults);
  },
};

function faultsOf(answer: Answer): Fault[] {
  if (answer.status >= 500) {
    return [
      {
        found: shortly(answer),
        remedy: 'Answer with 200 or 400: the request is wrong, not the service.',
      },
    ];
  }
  const [error] = answer.errors;
  if (!error || answer.data) {
    return [
      {
        found: shortly(answer),
        remedy: 'Answer {"errors":[{"message":…,"extensions":{"code":…}}]}.',
      },
    ];
  }
  if (typeof error.message !== 'string' || error.message === '') {
    return [
      {
        found: 'an error without a message',
        remedy: 'Say in "message" what happened and what to do.',
      },
    ];
  }
  if (typeof error.extensions?.['code'] !== 'string') {
    return [
      {
        found: `the error "${error.message.slice(0, 80)}" has no code`,
        remedy: 'Add extensions.code, e.g. "BAD_USER_INPUT".',
      },
    ];
  }
  return [];
}

const noLeaks: Check = {
  name: 'no-inside',
  expects: 'No answer holds a stack trace, a path or a statement of the database',
  run: async (subject) => {
    const faults: Fault[] = [];
    for (const { what, ask } of wrongRequests) {
      const leak = leakIn(await ask(subject));
      if (leak === undefined) continue;
      const remedy = 'Log it under a request id, and answer one neutral sentence.';
      faults.push({ place: what, found: `the answer holds ${leak}`, remedy });
    }
    return outcomeOf(faults);
  },
};

/** How any question is answered. */
export const answers: readonly Check[] = [
  contentType,
  packing,
  rootName,
  variables,
  errorFormat,
  noLeaks,
  atOnce,
];
