import type { TestSubgraph } from '../market.js';
import { agents, person, personOf, vaults, type Plain } from './town-data.js';

// Four subgraphs that protect by every directive and in every place that federation has. They check
// nothing themselves: what a gateway asks of them is what leaks.

const link = (names: string): string => `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${names}])
`;
const plain = (name: string): ((source: Plain) => unknown) => {
  return (source) => source[name];
};
const reference = ({ id }: { id: string }): unknown => agents.find((agent) => agent['id'] === id);

/** Imports the directives under names of its own. */
const registry: TestSubgraph = {
  name: 'registry',
  sdl: `${link(`"@key", "@shareable",
    { name: "@authenticated", as: "@signedIn" },
    { name: "@requiresScopes", as: "@needs" },
    { name: "@policy", as: "@under" }`)}
    type Query {
      people: [Person!]!
      person(id: ID!): Person
      agents: [Agent]
      strictAgents: [Agent!]!
      findings: [Finding]
      secret: String @signedIn
      strictSecret: Int! @needs(scopes: [["strict"]])
      ranked(rank: Rank, filter: Filter, text: String): [Person]
      tables: [[Person]]
      vault: Vault
      vaults: [Vault!]
      safe: Safe
      safes: [Safe]
      chest: Chest
    }
    type Mutation {
      rename(id: ID!): Person
      erase(id: ID!): Person @needs(scopes: [["erase"]])
    }
    interface Agent @key(fields: "id") { id: ID! name: String mail: String }
    type Person implements Agent @key(fields: "id") {
      id: ID!
      name: String
      mail: String @signedIn
      birth: Int @needs(scopes: [["birth"], ["all.read", "sworn"]])
      note: String @under(policies: [["purpose.guidance"]])
      nick: String @shareable @signedIn
      rank: Rank
      ranks: [Rank!]
      token: Token
      friends: [Person!]!
      guardian: Guardian
      pin: Int! @signedIn
    }
    type Robot implements Agent @key(fields: "id") {
      id: ID!
      name: String @needs(scopes: [["robots"]])
      mail: String
      serial: Int! @needs(scopes: [["robots"]])
    }
    enum Rank @signedIn { HIGH LOW }
    scalar Token @needs(scopes: [["tokens"]])
    input Filter { rank: Rank text: String }
    type Guardian @shareable @under(policies: [["purpose.guidance", "basis.consent"], ["override"]]) { name: String phone: String }
    type Vault @key(fields: "id") @signedIn { id: ID! gold: Int }
    type Ghost implements Agent @key(fields: "id") @needs(scopes: [["ghosts"]]) { id: ID! name: String mail: String }
    interface Safe { code: Int }
    type Chest implements Safe @signedIn { code: Int color: String }
    type Box implements Safe { code: Int }
    type Leaf { color: String }
    union Finding = Person | Vault | Leaf`,
  resolvers: {
    Query: {
      people: () => agents.filter(({ __typename }) => __typename === 'Person'),
      person: (_: unknown, { id }: { id: string }) => person(id),
      agents: () => agents,
      strictAgents: () => agents,
      findings: () => [person('a'), vaults[0], { __typename: 'Leaf', color: 'green' }],
      secret: () => 'hush',
      strictSecret: () => 1,
      ranked: () => [person('a')],
      tables: () => [[person('a'), person('b')], [person('a')]],
      vault: () => vaults[0],
      vaults: () => vaults,
      safe: () => ({ __typename: 'Chest', code: 7, color: 'red' }),
      safes: () => [
        { __typename: 'Box', code: 8 },
        { __typename: 'Chest', code: 7, color: 'red' },
      ],
      chest: () => ({ __typename: 'Chest', code: 7, color: 'red' }),
    },
    Mutation: {
      rename: (_: unknown, { id }: { id: string }) => person(id),
      erase: (_: unknown, { id }: { id: string }) => person(id),
    },
    Agent: { __resolveType: plain('__typename'), __resolveReference: reference },
    Person: { __resolveReference: reference, friends: personOf('friends') },
    Robot: { __resolveReference: reference },
    Vault: {
      __resolveReference: ({ id }: { id: string }) => vaults.find((vault) => vault['id'] === id),
    },
    Safe: { __resolveType: plain('__typename') },
    Finding: { __resolveType: plain('__typename') },
  },
};

const office: TestSubgraph = {
  name: 'office',
  sdl: `${link('"@key", "@shareable", "@external", "@requires", "@requiresScopes"')}
    type Person @key(fields: "id") {
      id: ID!
      birth: Int @external
      fee: Int @requires(fields: "birth") @requiresScopes(scopes: [["birth"], ["all.read", "sworn"]])
      nick: String @shareable
      room: Room
    }
    type Room { seats: Int keeper: Person wall: String @requiresScopes(scopes: [["walls"]]) }
    type Vault @key(fields: "id") { id: ID! silver: Int @requiresScopes(scopes: [["silver"]]) }`,
  resolvers: {
    Person: {
      fee: ({ birth }: { birth?: number }) => (birth === undefined ? null : birth + 1),
      nick: ({ id }: { id: string }) => person(id)['nick'],
      room: ({ id }: { id: string }) => person(id)['room'],
    },
    Vault: { silver: ({ id }: { id: string }) => (id === 'v1' ? 5 : 6) },
  },
};

const court: TestSubgraph = {
  name: 'court',
  sdl: `${link('"@key", "@shareable", "@external", "@requires", "@authenticated", "@requiresScopes", "@policy"')}
    type Person @key(fields: "id") {
      id: ID!
      fee: Int @external
      mail: String @external
      guardian: Guardian @external
      due: Int @requires(fields: "fee") @requiresScopes(scopes: [["birth"], ["all.read", "sworn"]]) @authenticated
      letter: String @requires(fields: "mail guardian { phone }") @authenticated @policy(policies: [["purpose.guidance", "basis.consent"], ["override"]])
      verdict: String @policy(policies: [["basis.statute"]])
      rumour: String @policy(policies: [["nobody.decides.this"]])
    }
    type Guardian @shareable { phone: String }`,
  resolvers: {
    Person: {
      due: ({ fee }: { fee?: number }) => (fee === undefined ? null : fee * 2),
      letter: ({ mail, guardian }: { mail?: string; guardian?: { phone: string } }) =>
        `${mail ?? '?'} ${guardian?.phone ?? '?'}`,
      verdict: ({ id }: { id: string }) => `verdict ${id}`,
      rumour: () => 'never told',
    },
  },
};

const opinion: TestSubgraph = {
  name: 'opinion',
  sdl: `${link('"@key", "@interfaceObject"')}
    type Query { liked: [Agent] }
    type Agent @key(fields: "id") @interfaceObject { id: ID! stars: Int remark: String }`,
  resolvers: {
    Query: { liked: () => [{ id: 'a' }, { id: 'r' }, { id: 'g' }] },
    Agent: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      stars: ({ id }: { id: string }) => (id === 'a' ? 3 : 1),
      remark: ({ id }: { id: string }) => `good ${id}`,
    },
  },
};

/** A town whose subgraphs protect a part of everything. */
export const guardedTown: readonly TestSubgraph[] = [registry, office, court, opinion];
