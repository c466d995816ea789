import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { center } from '../service.js';
import { aSubject } from './subject.builder.js';

test('references to a hundred subjects cost one query, with the wider ones two', async () => {
  const service = await openTestService(center);
  const codes = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));
  await service.plant(
    aSubject({ code: '4' }),
    aSubject({ scheme: 'MEXT', code: '07', label: { ja: '別の体系' } }),
    ...codes.map((code) => aSubject({ code, broaderCode: '4', label: { ja: `第${code}類` } })),
  );

  const { data, errors, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Subject { code label { ja } broader { code } } } }`,
    { of: codes.map((code) => ({ __typename: 'Subject', scheme: 'NDC', code })) },
  );

  expect(errors).toEqual([]);
  expect(data._entities[7]).toEqual({
    code: '07',
    label: { ja: '第07類' },
    broader: { code: '4' },
  });
  expect(queries).toBe(2);
});

test('subjects come by scheme and code, page by page, each with what lies under it in one query', async () => {
  const service = await openTestService(center);
  await service.plant(
    aSubject({ scheme: 'MEXT', code: '01' }),
    aSubject({ code: '4' }),
    aSubject({ code: '49', broaderCode: '4' }),
    aSubject({ code: '5' }),
  );
  const question = `query ($after: String) { subjects(first: 2, after: $after, filter: { topOnly: true }) {
    edges { node { scheme code narrower { code } } } pageInfo { endCursor } } }`;

  const first = await service.ask(question);
  const second = await service.ask(question, { after: first.data.subjects.pageInfo.endCursor });

  expect(first.data.subjects.edges.map((edge: { node: object }) => edge.node)).toEqual([
    { scheme: 'MEXT', code: '01', narrower: [] },
    { scheme: 'NDC', code: '4', narrower: [{ code: '49' }] },
  ]);
  expect(first.queries).toBe(2);
  expect(second.data.subjects.edges[0].node.code).toBe('5');
});

test('a class finer than the register bears the name of the next wider one, and 100 cost one query', async () => {
  const service = await openTestService(center);
  await service.plant(
    aSubject({ code: '3', label: { ja: '社会科学' } }),
    aSubject({ code: '36', label: { ja: '社会' }, broaderCode: '3' }),
    aSubject({ scheme: 'MEXT', code: '3' }),
  );
  const keys = [
    { scheme: 'NDC', code: '369.26' },
    { scheme: 'NDC', code: '36' },
    { scheme: 'NDC', code: '397' },
    { scheme: 'NDC', code: '913.6' },
    { scheme: 'MEXT', code: '31' },
  ];
  const others = Array.from({ length: 95 }, (_, at) => ({ scheme: 'NDC', code: `36${at}` }));

  const { data, errors, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Subject { code label { ja } } } }`,
    { of: [...keys, ...others].map((key) => Object.assign({ __typename: 'Subject' }, key)) },
  );

  expect(errors).toEqual([]);
  expect(data._entities.slice(0, 5)).toEqual([
    { code: '369.26', label: { ja: '社会' } },
    { code: '36', label: { ja: '社会' } },
    { code: '397', label: { ja: '社会科学' } },
    null,
    null,
  ]);
  expect(queries).toBe(1);
});
