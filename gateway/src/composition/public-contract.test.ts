import { lexicographicSortSchema, parse, printSchema } from 'graphql';
import { expect, test } from 'vitest';
import { apiSchemaOf } from '../supergraph/api-schema.js';
import { composeSupergraph, CompositionRefused } from './compose.js';
import { composePublicSupergraph } from './public-contract.js';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@tag", "@external", "@requires", "@provides", "@shareable", "@interfaceObject"])\n`;

const compose = (sdls: Record<string, string>): string =>
  composePublicSupergraph(Object.entries(sdls).map(([name, sdl]) => ({ name, sdl: link + sdl })));

const shown = (supergraph: string): string =>
  printSchema(lexicographicSortSchema(apiSchemaOf(parse(supergraph))));

const owner = `
  type Query { halls: [Hall] @tag(name: "public") audits: [Audit] }
  type Mutation { close(code: ID!): Hall }
  type Hall @key(fields: "code") { code: ID! name: String @tag(name: "public") keeper: Keeper weight: Int audit: Audit kind(of: Kind = SMALL, secret: Int @tag(name: "inside")): Kind @tag(name: "public") }
  type Keeper @key(fields: "id") { id: ID! phone: String }
  type Audit { finding: String }
  enum Kind { SMALL BIG HIDDEN @tag(name: "inside") }
  enum Unused { A }`;
const other = `
  type Hall @key(fields: "code") { code: ID! weight: Int @external fee: Int @requires(fields: "weight") @tag(name: "public") debts: Int }
  type Query { near: Spot @tag(name: "public") }
  type Spot { hall: Hall @tag(name: "public") metres: Int @tag(name: "public") owner: String }`;

test('the public supergraph holds nothing that is not public, but what joins it', () => {
  const supergraph = compose({ owner, other });

  for (const word of [
    'Keeper',
    'Audit',
    'audits',
    'debts',
    'close',
    'Unused',
    'HIDDEN',
    'secret',
    'owner:',
  ]) {
    expect(supergraph).not.toContain(word);
  }
  expect(shown(supergraph)).toBe(`type Hall {
  fee: Int
  kind(of: Kind = SMALL): Kind
  name: String
}

enum Kind {
  BIG
  SMALL
}

type Query {
  halls: [Hall]
  near: Spot
}

type Spot {
  hall: Hall
  metres: Int
}`);
});

test('a key that is public somewhere is public, and hidden where it is nowhere', () => {
  const publicKey = owner.replace('code: ID! name', 'code: ID! @tag(name: "public") name');

  expect(shown(compose({ owner: publicKey, other }))).toContain('code: ID!');
  expect(shown(compose({ owner, other }))).not.toContain('code');
});

test('a subgraph without a public field is not in the public graph', () => {
  const inside = 'type Query { ledger: Int }';

  expect(compose({ owner, other, inside })).not.toContain('INSIDE');
});

test('what another subgraph adds to a public type stays inside until it is tagged', () => {
  const late = 'type Hall @key(fields: "code") { code: ID! rent: Int }';

  expect(compose({ owner, other, late })).not.toContain('rent');
});

test('a public interface keeps the types that implement it, their keys and what it asks of them', () => {
  const index = `
    type Query { offers: [Offer] @tag(name: "public") }
    interface Offer @key(fields: "id") { id: ID! title: String @tag(name: "public") cost: Int }
    type Course implements Offer @key(fields: "id") { id: ID! title: String @shareable cost: Int @shareable }
    type Secret implements Offer @key(fields: "id") { id: ID! title: String @tag(name: "public") cost: Int }`;
  const courses =
    'type Course @key(fields: "id") { id: ID! title: String @shareable @tag(name: "public") plan: Int }';
  const stars =
    'type Offer @key(fields: "id") @interfaceObject { id: ID! stars: Int @tag(name: "public") grade: Int }';

  const schema = shown(compose({ index, courses, stars }));

  expect(schema).toContain('type Course implements Offer {\n  stars: Int\n  title: String\n}');
  expect(schema).not.toMatch(/cost|plan|grade|id:/);
});

test('a public field of a type without public fields is refused with its coordinate', () => {
  const sdl = 'type Query { a: A @tag(name: "public") } type A { b: Int }';

  expect(() => compose({ one: sdl })).toThrow(/\[one\] Query.a is public but nothing of A is/);
});

test('a public field that its interface shows but its type does not is refused', () => {
  const sdl =
    'type Query { i: I @tag(name: "public") } interface I { a: Int @tag(name: "public") } type T implements I { a: Int b: Int @tag(name: "public") }';

  expect(() => compose({ one: sdl })).toThrow(/I.a is public but T.a is not/);
});

test('a required argument that stays inside is refused', () => {
  const sdl = 'type Query { a(b: Int! @tag(name: "inside")): Int @tag(name: "public") }';

  expect(() => compose({ one: sdl })).toThrow(/Query.a\(b:\) is required but not public/);
});

test('subgraphs that do not fit are refused by name and coordinate', () => {
  const sdls = [
    { name: 'one', sdl: `${link} type Query { a: Int }` },
    { name: 'two', sdl: `${link} type Query { a: String }` },
  ];

  expect(() => composeSupergraph(sdls)).toThrow(CompositionRefused);
  expect(() => composeSupergraph(sdls)).toThrow(/Query\.a/);
  expect(() => composeSupergraph([{ name: 'one', sdl: 'type Query {' }])).toThrow(/\[one\] line 1/);
});

test('the order of the subgraphs changes nothing', () => {
  const subgraphs = [
    { name: 'owner', sdl: link + owner },
    { name: 'other', sdl: link + other },
  ];

  expect(composeSupergraph(subgraphs.toReversed())).toBe(composeSupergraph(subgraphs));
});
