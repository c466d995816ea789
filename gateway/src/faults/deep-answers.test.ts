import { expect, onTestFinished, test } from 'vitest';
import type { TestSubgraph } from '../testing/market.js';
import { openMarket, type OpenMarket } from '../testing/open-market.js';

// A further B4 of the list of faults: answers nested so deeply that whoever follows them runs out of stack.

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@external", "@requires", "@tag"
])
scalar Json`;
const all = '@tag(name: "public")';
const graph: readonly TestSubgraph[] = [
  {
    name: 'first',
    sdl: `${link}
      type Query { thing: Thing ${all} things: [Thing] ${all} }
      type Thing @key(fields: "id") { id: ID! ${all} any: Json ${all} count: Int ${all} part: [Part] ${all} }
      type Part { left: Int ${all} }`,
    resolvers: {},
  },
  {
    name: 'second',
    sdl: `${link}
      type Thing @key(fields: "id") {
        id: ID! ${all} any: Json @external part: [Part] @external
        told: String ${all} @requires(fields: "any") parted: String ${all} @requires(fields: "part { left }")
      }
      type Part { left: Int @external }`,
    resolvers: { Thing: { told: () => 'told', parted: () => 'parted' } },
  },
];

async function openWith(body: string): Promise<OpenMarket> {
  const heads = new Map(['first', 'second'].map((name) => [name, async () => 'h0']));
  const opened = await openMarket({ heads }, graph);
  onTestFinished(() => opened.close());
  opened.subgraphs.get('first')!.fault = (response) => {
    const answer = (): void =>
      void response.writeHead(200, { 'content-type': 'application/json' }).end(body);
    // So long that equal questions meet.
    setTimeout(answer, 100);
  };
  return opened;
}

test.each([5_000, 100_000])(
  'an answer nested %i deep costs its own fields, for all who wait for it, and the gateway goes on',
  async (levels) => {
    const deep = `${'['.repeat(levels)}${']'.repeat(levels)}`;
    const thing = `{"__typename":"Thing","id":"1","count":1,"any":${deep},"part":${deep}}`;
    const opened = await openWith(`{"data":{"thing":${thing},"things":${deep}}}`);
    const query = '{ thing { count any part { left } told parted } things { count told } }';

    const together = await Promise.all([1, 2, 3].map(() => opened.ask(query)));
    const alone = await opened.ask(query);

    for (const { data, errors } of [...together, alone]) {
      expect(data?.['thing'] ?? null).toSatisfy((given) => given === null || given.count === 1);
      expect(errors?.[0]?.extensions.code).toBe('SUBGRAPH_ANSWER_MALFORMED');
      expect(JSON.stringify(data)).not.toContain('[[[[[[[[[[');
    }
    expect(alone.data).toMatchObject({ thing: { count: 1, any: null, told: null } });
  },
);
