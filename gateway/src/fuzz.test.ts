import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { composeSupergraph } from './composition/compose.js';
import { createGateway } from './gateway.js';
import { apiSchemaOf } from './supergraph/generation.js';
import { market } from './testing/market.js';
import { askMonolith } from './testing/monolith.js';
import { operationVariables, writeOperation } from './testing/operations.js';
import { inProcessTransport } from './transport/in-process.js';

const firstSeed = Number(process.env['FUZZ_SEED'] ?? 1);
const count = Number(process.env['FUZZ_OPERATIONS'] ?? 400);

const silence = { info: () => undefined, warn: () => undefined, error: () => undefined };
const supergraphSdl = composeSupergraph(market);
const apiSchema = apiSchemaOf(parse(supergraphSdl));
const gateway = createGateway({
  supergraphSdl,
  mode: 'development',
  contract: 'full',
  log: silence,
  // What is asked here is meant to be odd, not to be cheap.
  limits: { cost: Infinity, depth: 100, fields: 100_000, aliases: 1000, directives: 1000 },
  subgraphs: new Map(
    market.map(({ name, sdl, resolvers }) => {
      const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }]);
      const execute = ({ query, variables }: { query: string; variables: object }) =>
        graphql({ schema, source: query, variableValues: { ...variables } });
      return [name, inProcessTransport(execute)];
    }),
  ),
});
const caller = { role: 'department', scopes: ['wages'] } as const;

/** What is compared: the data, and the places of the errors, each up to the null it caused. */
const told = (answer: {
  data?: unknown;
  errors?: readonly { path?: readonly (string | number)[] | undefined }[] | undefined;
}): unknown => {
  const data: unknown = JSON.parse(JSON.stringify(answer.data ?? null));
  const places = (answer.errors ?? []).map(({ path }) =>
    JSON.stringify(upToNull(data, path ?? [])),
  );
  return { data, errors: [...new Set(places)].toSorted() };
};

const upToNull = (data: unknown, path: readonly (string | number)[]): (string | number)[] => {
  const place: (string | number)[] = [];
  let value = data;
  for (const segment of path) {
    if (value === null || typeof value !== 'object') break;
    place.push(segment);
    value = Reflect.get(value, segment);
  }
  return place;
};

test('generated operations are answered as one schema over the same data answers them', async () => {
  let compared = 0;
  const notPlanned: number[] = [];
  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    const query = writeOperation(apiSchema, seed);
    if (validate(apiSchema, parse(query)).length > 0) continue;
    const variables = operationVariables;

    const answer = await gateway.execute({ query, variables }, { caller });
    const expected = await askMonolith(apiSchema, query, variables);

    if (answer.errors?.[0]?.extensions.code === 'NOT_PLANNABLE') {
      notPlanned.push(seed);
      continue;
    }
    compared++;
    expect(told(answer), `seed ${seed}: ${query}`).toEqual(told(expected));
  }
  expect(compared).toBeGreaterThan(count / 4);
  expect(notPlanned).toEqual([]);
}, 600_000);
