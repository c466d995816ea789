import { expect, test } from 'vitest';
import { composePublicSupergraph } from '../composition/public-contract.js';
import { composeSupergraph } from '../composition/compose.js';
import type { PlanStep } from '../plan/planner.js';
import { Generation } from '../supergraph/generation.js';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@external", "@requires", "@interfaceObject", "@authenticated", "@requiresScopes"
  { name: "@tag", as: "@label" }
])
`;
const all = '@label(name: "public")';

const shop = `${link}
  type Query {
    wares: [Ware] ${all} tools: [Tool] ${all} staff: Person ${all} search: [Found] ${all}
    clock: Int ${all} @label(name: "uncached")
  }
  type Mutation { sell(id: ID!): Tool ${all} }
  interface Ware @key(fields: "id") { id: ID! ${all} name: String ${all} worth: Int ${all} }
  type Tool implements Ware @key(fields: "id") {
    id: ID! ${all} name: String ${all} worth: Int ${all} cost: Int weight: Int ${all}
  }
  type Jewel implements Ware @key(fields: "id") {
    id: ID! ${all} name: String ${all} worth: Int ${all} @authenticated
  }
  union Found = Tool | Person
  type Person @key(fields: "id") @requiresScopes(scopes: [["staff"]]) { id: ID! ${all} name: String ${all} }`;

const mail = `${link}
  type Tool @key(fields: "id") {
    id: ID! ${all} cost: Int @external weight: Int @external
    postage: Int ${all} @requires(fields: "weight") margin: Int ${all} @requires(fields: "cost")
  }
  type Ware @key(fields: "id") @interfaceObject { id: ID! ${all} stars: Int ${all} notes: String }`;

const subgraphs = [
  { name: 'shop', sdl: shop },
  { name: 'mail', sdl: mail },
];

function* fetches(step: PlanStep | undefined): Generator<Extract<PlanStep, { operation: object }>> {
  if (!step) return;
  if (step.kind === 'root' || step.kind === 'entities') yield step;
  if ('steps' in step) for (const inner of step.steps) yield* fetches(inner);
}

/** What each fetch of a document is, in the order of the plan. */
async function proofOf(supergraphSdl: string, document: string): Promise<string[]> {
  const limits = { documents: 1e6, operations: 1e6 };
  const { planner, types } = new Generation(supergraphSdl, limits);
  const plan = await planner.plan(document, undefined);
  await planner.close();
  return [...fetches(plan)].map((step) => {
    const groups = step.kind === 'entities' ? step.groups : [];
    const { isPublic, isKept } = types.publicFetches.of(step.operation, groups);
    return `${step.operation.service} ${isPublic ? 'public' : 'private'}${isPublic && !isKept ? ', not kept' : ''}`;
  });
}

test.each([
  ['{ tools { id name weight } }', ['shop public']],
  ['{ tools { name cost } }', ['shop private']],
  ['{ tools { postage } }', ['shop public', 'mail public']],
  ['{ tools { margin } }', ['shop private', 'mail private']],
  ['{ wares { id name } }', ['shop public']],
  ['{ wares { worth } }', ['shop private']],
  ['{ wares { ... on Tool { worth } } }', ['shop public']],
  ['{ wares { stars } }', ['shop public', 'mail public']],
  ['{ wares { notes } }', ['shop public', 'mail private']],
  ['{ staff { name } }', ['shop private']],
  ['{ search { ... on Tool { name } } }', ['shop public']],
  ['{ search { ... on Person { name } } }', ['shop private']],
  ['{ clock tools { name } }', ['shop public, not kept']],
  ['{ clock tools { postage } }', ['shop public, not kept', 'mail public']],
  ['mutation { sell(id: "t") { name } }', ['shop private']],
  ['mutation { sell(id: "t") { postage } }', ['shop private', 'mail public']],
])('of %s is proven: %j', async (document, expected) => {
  expect(await proofOf(composeSupergraph(subgraphs), document)).toEqual(expected);
});

test('a field that is public is not when it is given what is not for everybody', async () => {
  const sdl = `${link}
    enum Rank @authenticated { LOW HIGH }
    type Query { found(text: String, rank: Rank): Int ${all} }`;
  const graph = composeSupergraph([{ name: 'shop', sdl }]);

  expect(await proofOf(graph, '{ found(text: "a") }')).toEqual(['shop public']);
  expect(await proofOf(graph, '{ found(text: "a", rank: LOW) }')).toEqual(['shop private']);
});

test('in the public graph, what only departments ask of each other is public too', async () => {
  const graph = composePublicSupergraph(subgraphs);

  expect(await proofOf(graph, '{ tools { margin } }')).toEqual(['shop public', 'mail public']);
});
