import { randomUUID } from 'node:crypto';

import type { Caller } from '@manabi/kit/context';
import { type TestService, openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aFact } from '../fact/fact.builder.js';
import { aLink, aMeasure } from '../measure/measure.builder.js';
import { aRecord } from '../record/record-fact.builder.js';
import { plan } from '../service.js';
import { aFeedback } from './feedback.builder.js';
import { FeedbackAbout } from './feedback.entity.js';
import { saysHowToReach } from './feedback.rules.js';

const resident: Caller = { role: 'resident', subject: 'someone', scopes: [] };
const desk: Caller = {
  role: 'department',
  subject: 'desk',
  client: 'desk',
  scopes: ['feedback.answer'],
};

test('what is said of 100 opportunities, facilities and instructors costs three queries', async () => {
  const service = await openTestService(plan);
  const answered = { answer: { ja: '直します。' }, answeredAt: new Date('2026-09-10') };
  await service.plant(
    aMeasure({ code: '1-1' }),
    aFact({ opportunityId: 'o7' }),
    aLink('1-1', 'o7'),
    aFeedback({ id: 'a', aboutId: 'o7', rating: 5 }),
    aFeedback({
      id: 'b',
      aboutId: 'o7',
      rating: 2,
      ...answered,
      changed: { ja: '席を増やした。' },
    }),
    aFeedback({ id: 'c', aboutId: 'o7', rating: 3, ...answered }),
    aFeedback({ id: 'd', aboutId: 'o7', provenance: { department: 'kominkan', sample: true } }),
    aFeedback({ id: 'e', about: FeedbackAbout.FACILITY, aboutId: 'f7' }),
    aFeedback({ id: 'f', about: FeedbackAbout.INSTRUCTOR, aboutId: 'p7' }),
  );
  const of = Array.from({ length: 100 }, (_, at) => [
    { __typename: 'LearningOpportunity', id: `o${at}` },
    { __typename: 'Facility', code: `f${at}` },
    { __typename: 'Person', id: `p${at}` },
  ]).flat();
  const said = `feedback { ratings { value } average answered { value } changed { value } sample
    latest { id opportunity { id } department { code } } }`;

  const { data, errors, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on LearningOpportunity { ${said} }
      ... on Facility { ${said} } ... on Person { ${said} } } }`,
    { of },
  );
  const measure = await service.ask('{ measure(code: "1-1") { feedback { ratings { value } } } }');

  const row = { opportunity: { id: 'o7' }, department: { code: 'kominkan' } };
  expect(errors).toEqual([]);
  expect(queries).toBe(3);
  expect(data._entities[21].feedback).toEqual({
    ratings: { value: 3 },
    average: 3.33,
    answered: { value: 2 },
    changed: { value: 1 },
    sample: false,
    latest: [
      { id: 'b', ...row },
      { id: 'c', ...row },
    ],
  });
  expect(data._entities[22].feedback).toMatchObject({
    ratings: { value: 1 },
    average: null,
    latest: [],
  });
  expect(data._entities[23].feedback.ratings.value).toBe(1);
  expect(data._entities[24].feedback).toMatchObject({ ratings: { value: 0 }, sample: false });
  expect(measure.data.measure.feedback.ratings.value).toBe(3);
});

const give = (service: TestService, input: object, caller: Caller | undefined = resident) =>
  service.ask(
    `mutation ($input: GiveFeedbackInput!) { giveFeedback(input: $input) { __typename
      ... on FeedbackGiven { feedback { id rating department { code } } }
      ... on FeedbackSubjectUnknown { why { ja } whatToDo { ja } } ... on NotYetBegun { why { ja } }
      ... on TextNamesSomebody { why { ja } } } }`,
    { input },
    caller,
  );

async function openWithCourse(): Promise<TestService> {
  const service = await openTestService(plan);
  await service.plant(
    aFact({ opportunityId: 'past', startsAt: new Date('2026-09-01') }),
    aFact({ opportunityId: 'future', startsAt: new Date('2027-01-01') }),
    aFact({ opportunityId: 'gone', withdrawnAt: new Date('2026-09-01') }),
    aRecord({ kind: 'Facility', recordId: 'hall', department: 'sports' }),
  );
  return service;
}

test('a resident says something once for each key, and nobody is kept who said it', async () => {
  const service = await openWithCourse();
  const input = {
    idempotencyKey: randomUUID(),
    about: { opportunity: 'past' },
    rating: 5,
    liked: 'よく分かった。',
  };

  const first = await give(service, input);
  const again = await give(service, input);
  const facility = await give(service, {
    idempotencyKey: randomUUID(),
    about: { facility: 'hall' },
    rating: 2,
  });

  const { feedback } = first.data.giveFeedback;
  expect(first.errors).toEqual([]);
  expect(feedback).toEqual({ id: expect.any(String), rating: 5, department: { code: 'kominkan' } });
  expect(again.data.giveFeedback.feedback.id).toBe(feedback.id);
  expect(facility.data.giveFeedback.feedback.department.code).toBe('sports');
  const rows = await service.em().execute('select * from feedback, record_change');
  expect(JSON.stringify(rows)).not.toContain('someone');
  expect(await service.em().execute('select count(*)::int as n from feedback')).toEqual([{ n: 2 }]);
});

test.each([
  ['of what nobody knows', { about: { opportunity: 'unknown' } }, 'FeedbackSubjectUnknown'],
  ['of what was withdrawn', { about: { opportunity: 'gone' } }, 'FeedbackSubjectUnknown'],
  ['of what has not begun', { about: { opportunity: 'future' } }, 'NotYetBegun'],
  ['that names a telephone', { liked: '042-000-0000 へ電話を' }, 'TextNamesSomebody'],
])('what is said %s is refused with what to do', async (_, given, refusal) => {
  const service = await openWithCourse();
  const input = {
    idempotencyKey: randomUUID(),
    about: { opportunity: 'past' },
    rating: 3,
    ...given,
  };

  const { data, errors } = await give(service, input);

  expect(errors).toEqual([]);
  expect(data.giveFeedback).toMatchObject({ __typename: refusal, why: { ja: expect.any(String) } });
  expect(await service.em().execute('select 1 from feedback')).toEqual([]);
});

test('who does not sign in, names two things or no rating of 1 to 5 is turned away', async () => {
  const service = await openWithCourse();
  const input = { idempotencyKey: randomUUID(), about: { opportunity: 'past' }, rating: 5 };

  const anonymous = await service.ask(
    'mutation ($input: GiveFeedbackInput!) { giveFeedback(input: $input) { __typename } }',
    { input },
  );
  const two = await give(service, { ...input, about: { opportunity: 'past', facility: 'hall' } });
  const six = await give(service, { ...input, rating: 6 });

  expect(anonymous.errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  expect(two.errors.length).toBeGreaterThan(0);
  expect(six.errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  expect(await service.em().execute('select 1 from feedback')).toEqual([]);
});

test('a provider finds what it has not answered, answers it for everybody, and learns who was quicker', async () => {
  const service = await openTestService(plan);
  await service.plant(
    aFeedback({ id: 'old', wished: '席が足りない。' }),
    aFeedback({ id: 'new', givenOn: '2026-09-05' }),
    aFeedback({ id: 'other', departmentCode: 'sports' }),
  );
  const waiting = async (caller?: Caller) =>
    service.ask(
      `{ unansweredFeedback(department: "kominkan", first: 5) { edges { node { id wished revision } } } }`,
      {},
      caller,
    );
  const answer = (given: object) =>
    service.ask(
      `mutation ($input: AnswerFeedbackInput!) { answerFeedback(input: $input) { __typename
        ... on FeedbackAnswered { feedback { id answer { ja } changed { ja } } }
        ... on ChangedMeanwhile { currentRevision changes { field } } } }`,
      {
        input: {
          idempotencyKey: randomUUID(),
          id: 'old',
          revision: 0,
          reason: '利用者の声への回答',
          answer: '席を増やしました。',
          ...given,
        },
      },
      desk,
    );

  const before = await waiting(desk);
  const refused = await waiting();
  const done = await answer({ changed: '椅子を十脚足しました。' });
  const late = await answer({ answer: '検討します。' });
  const unknown = await answer({ id: 'none' });
  const naming = await answer({ id: 'new', answer: 'desk@example.invalid へ' });

  expect(before.data.unansweredFeedback.edges.map(({ node }: { node: object }) => node)).toEqual([
    { id: 'old', wished: '席が足りない。', revision: 0 },
    { id: 'new', wished: null, revision: 0 },
  ]);
  expect(refused.errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  expect(done.data.answerFeedback).toEqual({
    __typename: 'FeedbackAnswered',
    feedback: {
      id: 'old',
      answer: { ja: '席を増やしました。' },
      changed: { ja: '椅子を十脚足しました。' },
    },
  });
  expect(late.data.answerFeedback).toMatchObject({
    __typename: 'ChangedMeanwhile',
    currentRevision: 1,
  });
  expect(unknown.data.answerFeedback.__typename).toBe('RecordUnknown');
  expect(naming.data.answerFeedback.__typename).toBe('TextNamesSomebody');
  const after = await waiting(desk);
  expect(after.data.unansweredFeedback.edges.length).toBe(1);
});

test.each([
  ['042-123-4567に電話', true],
  ['０９０１２３４５６７８', true],
  ['mail to a.b@example.jp', true],
  ['https://example.jp を見て', true],
  ['2026年10月5日の10時から12時', false],
  ['三回とも良かった', false],
])('%s says how to reach somebody: %s', (text, says) => {
  expect(saysHowToReach(text)).toBe(says);
});
