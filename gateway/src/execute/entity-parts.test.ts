import { expect, onTestFinished, test } from 'vitest';
import type { TestSubgraph } from '../testing/market.js';
import { openMarket, type OpenMarket } from '../testing/open-market.js';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])`;
const count = 9_000;
const idOf = (index: number): string => `a-rather-long-name-of-a-thing-${index}`;

interface Thing {
  id: string;
}

const graph: readonly TestSubgraph[] = [
  {
    name: 'list',
    sdl: `${link} type Query { things: [Thing] } type Thing @key(fields: "id") { id: ID! }`,
    resolvers: {
      Query: { things: () => Array.from({ length: count }, (_, at) => ({ id: idOf(at) })) },
    },
  },
  {
    name: 'more',
    sdl: `${link} type Thing @key(fields: "id") { id: ID! size: Int half: Int }`,
    resolvers: {
      Thing: {
        __resolveReference: (thing: Thing) => (thing.id === idOf(4) ? null : thing),
        size: ({ id }: Thing) => Number(id.split('-').at(-1)),
        half: ({ id }: Thing) => {
          if (id === idOf(count - 2)) throw new Error('odd');
          return 1;
        },
      },
    },
  },
];

async function open(): Promise<OpenMarket> {
  const opened = await openMarket({}, graph);
  onTestFinished(() => opened.close());
  return opened;
}

test('so many entities that one request would be too long are asked for in several, each in its place', async () => {
  const opened = await open();
  const { received } = opened.subgraphs.get('more')!;

  const { data, errors } = await opened.ask('{ things { id size half } }');

  const things = data?.['things'] as { id: string; size: number | null; half: number | null }[];
  const odd = things.filter(({ size }, index) => size !== index);
  expect(odd).toEqual([{ id: idOf(4), size: null, half: null }]);
  expect(errors?.map(({ path }) => path)).toEqual([['things', count - 2, 'half']]);
  expect(received.length).toBeGreaterThan(1);
  expect(Math.max(...received.map((body) => body.length))).toBeLessThan(260_000);
});

test('where one of them fails, what all of them ask for is missing, and nothing is in another place', async () => {
  const opened = await open();
  await opened.ask('{ things { size } }');
  const more = opened.subgraphs.get('more')!;
  let answers = 0;
  const answer = (length: number): string =>
    JSON.stringify({ data: { _entities: Array.from({ length }, () => ({ size: 1 })) } });
  more.fault = (response) => {
    answers += 1;
    // As many in all as there should be, but one too many here and one too few there.
    const sent = (JSON.parse(more.received.at(-1) ?? '') as { variables: { representations: [] } })
      .variables.representations.length;
    const length = answers === 1 ? sent + 1 : answers === 2 ? sent - 1 : sent;
    response.writeHead(200, { 'content-type': 'application/json' }).end(answer(length));
  };

  const { data, errors } = await opened.ask('{ things { size half } }');

  const things = data?.['things'] as { size: number | null }[];
  expect(answers).toBeGreaterThan(2);
  expect(things.every(({ size }) => size === null)).toBe(true);
  expect(errors?.[0]?.extensions.code).toBe('SUBGRAPH_ANSWER_MALFORMED');
});
