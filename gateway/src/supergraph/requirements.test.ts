import { buildASTSchema, isObjectType, parse } from 'graphql';
import { expect, test } from 'vitest';
import { composeSupergraph } from '../composition/compose.js';
import { guardedTown } from '../testing/authorization/guarded-town.js';
import { Requirements } from './requirements.js';

const supergraphSdl = composeSupergraph(guardedTown);

function requirementsOf(sdl: string): Requirements {
  const supergraph = parse(sdl);
  const lenient = { assumeValid: true, assumeValidSDL: true };
  return new Requirements(supergraph, buildASTSchema(supergraph, lenient));
}

/** What a field asks for, in words. */
function asked(requirements: Requirements, typeName: string, fieldName: string): string[] {
  return requirements
    .ofField(typeName, fieldName)
    .map((position) => requirements.all[position])
    .map((each) => `${each?.kind} ${each?.anyOf.map((all) => all.join('+')).join('|')}`.trim())
    .sort();
}

/** A supergraph by hand: what another composer may write. */
const byHand = (types: string): Requirements =>
  requirementsOf(`schema
      @link(url: "https://specs.apollo.dev/link/v1.0")
      @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)
      @link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY)
      @link(url: "https://specs.apollo.dev/requiresScopes/v0.1", for: SECURITY)
      @link(url: "https://specs.apollo.dev/policy/v0.1", for: SECURITY) { query: Query }
    ${types}`);

test('directives count under whatever name a supergraph gives them', () => {
  const renamed = supergraphSdl
    .replace('authenticated/v0.1"', 'authenticated/v0.1", as: "signedIn"')
    .replaceAll('@authenticated', '@signedIn')
    .replace(
      'requiresScopes/v0.1"',
      'requiresScopes/v0.1", import: [{ name: "@requiresScopes", as: "@needs" }]',
    )
    .replaceAll(/@requiresScopes(?!")/g, '@needs')
    .replace('policy/v0.1"', 'policy/v0.1", as: "under"')
    .replaceAll('@policy', '@under');
  const original = requirementsOf(supergraphSdl);
  const other = requirementsOf(renamed);

  expect(renamed).not.toMatch(/@(?:authenticated|policy)\b/);
  for (const type of Object.values(original.schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.keys(type.getFields())) {
      expect(asked(other, type.name, field)).toEqual(asked(original, type.name, field));
    }
  }
  expect(asked(other, 'Person', 'letter')).toHaveLength(2);
});

test('a directive of another specification of the same name does not count', () => {
  const foreign = requirementsOf(`schema
      @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)
      @link(url: "https://example.org/authenticated/v0.1") { query: Query }
    type Query { open: Int @authenticated }`);

  expect(asked(foreign, 'Query', 'open')).toEqual([]);
});

test('a field asks for what the fields it requires ask for, through chains, objects and interfaces', () => {
  const requirements = byHand(`
    type Query { person: Person }
    type Person {
      birth: Int @requiresScopes(scopes: [["birth"]])
      keeper: Keeper
      fee: Int @join__field(graph: A, requires: "birth")
      due: Int @join__field(graph: B, requires: "fee") @authenticated
      letter: Int @join__field(graph: A, requires: "keeper { name ... on Dog { tag } }")
      ring: Int @join__field(graph: A, requires: "round")
      round: Int @join__field(graph: B, requires: "ring") @authenticated
      grade: Grade
      mark: Int @join__field(graph: A, requires: "grade")
    }
    interface Keeper { name: String }
    type Cat implements Keeper { name: String @policy(policies: [["purpose.cats"]]) }
    type Dog implements Keeper @requiresScopes(scopes: [["dogs"]]) { name: String tag: String }
    enum Grade @authenticated { HIGH }`);

  expect(asked(requirements, 'Person', 'fee')).toEqual(['scopes birth']);
  expect(asked(requirements, 'Person', 'due')).toEqual(['authenticated', 'scopes birth']);
  expect(asked(requirements, 'Person', 'letter')).toEqual(['policies purpose.cats', 'scopes dogs']);
  expect(asked(requirements, 'Person', 'round')).toEqual(['authenticated']);
  expect(asked(requirements, 'Person', 'ring')).toEqual(['authenticated']);
  expect(asked(requirements, 'Person', 'mark')).toEqual(['authenticated']);
});

test('an entity asks for what its keys do, since nobody can be asked about it without them', () => {
  const requirements = byHand(`
    type Query { person: Person desk: Desk }
    type Person
      @join__type(graph: A, key: "id")
      @join__type(graph: B, key: "card { number }", resolvable: false) {
      id: ID! @authenticated
      card: Card
      name: String
    }
    type Card { number: Int @requiresScopes(scopes: [["cards"]]) colour: String }
    type Desk @join__type(graph: A, key: "grade") { grade: Grade name: String }
    enum Grade @policy(policies: [["purpose.grades"]]) { HIGH }`);

  expect(asked(requirements, 'Person', 'name')).toEqual(['authenticated', 'scopes cards']);
  expect(asked(requirements, 'Query', 'person')).toEqual(['authenticated', 'scopes cards']);
  expect(asked(requirements, 'Desk', 'name')).toEqual(['policies purpose.grades']);
  expect(asked(requirements, 'Card', 'colour')).toEqual([]);
});

test('what an interface asks for by itself is asked of its types, what was gathered from them is not', () => {
  const requirements = byHand(`
    type Query { safe: Safe open: Open }
    interface Safe @authenticated { code: Int }
    type Box implements Safe { code: Int }
    interface Open @requiresScopes(scopes: [["a", "b"]]) { code: Int @authenticated }
    type One implements Open @requiresScopes(scopes: [["a"]]) { code: Int @authenticated }
    type Two implements Open @requiresScopes(scopes: [["b"]]) { code: Int }
    type Three implements Open { code: Int }`);

  expect(asked(requirements, 'Box', 'code')).toEqual(['authenticated']);
  expect(asked(requirements, 'Query', 'safe')).toEqual(['authenticated']);
  expect(asked(requirements, 'One', 'code')).toEqual(['authenticated', 'scopes a']);
  expect(asked(requirements, 'Two', 'code')).toEqual(['scopes b']);
  expect(asked(requirements, 'Three', 'code')).toEqual([]);
  expect(asked(requirements, 'Query', 'open')).toEqual([]);
});

test('the root field of a subscription and what its events hold ask for what they would in a query', () => {
  const requirements = byHand(`
    type Query { open: Int }
    type Subscription { changed: Vault shown: Int @requiresScopes(scopes: [["shown"]]) }
    type Vault @authenticated { gold: Int @requiresScopes(scopes: [["gold"]]) }`);

  expect(asked(requirements, 'Subscription', 'changed')).toEqual(['authenticated']);
  expect(asked(requirements, 'Subscription', 'shown')).toEqual(['scopes shown']);
  expect(asked(requirements, 'Vault', 'gold')).toEqual(['authenticated', 'scopes gold']);
});

test('giving a value of a protected type asks for what the type does, wherever in an input it may stand', () => {
  const requirements = byHand(`
    type Query { find(rank: Rank, filter: Filter, text: String): Int }
    input Filter { inner: [Filter!] ranks: [Rank!] }
    enum Rank @authenticated { HIGH }`);

  expect(requirements.ofField('Query', 'find')).toEqual([]);
  expect(requirements.ofArguments('Query', 'find', ['text'])).toEqual([]);
  expect(requirements.ofArguments('Query', 'find', ['text', 'rank'])).toEqual([0]);
  expect(requirements.ofArguments('Query', 'find', ['filter'])).toEqual([0]);
});
