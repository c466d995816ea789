import { expect, test } from 'vitest';
import { rulesBroken } from './rules-of-the-graph.js';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@tag", "@external", "@requires", "@listSize", "@interfaceObject"])\n`;

/** What breaks the rule named, as `subgraph coordinate`. */
const broken = (rule: string, sdls: Record<string, string>): string[] =>
  rulesBroken(Object.entries(sdls).map(([name, sdl]) => ({ name, sdl: link + sdl })))
    .filter((finding) => finding.rule === rule)
    .map(({ subgraph, coordinate }) => `${subgraph} ${coordinate}`);

test('root fields may be null, whatever they return', () => {
  const sdl = 'type Query { good: Int bad: Int! list: [Int!]! } type Mutation { worse: Int! }';

  expect(broken('nullability', { a: sdl })).toEqual([
    'a Mutation.worse',
    'a Query.bad',
    'a Query.list',
  ]);
});

test('of an entity only its keys may be non-null, whoever adds the field', () => {
  const owner =
    'type Query { hall: Hall } type Hall @key(fields: "code") @key(fields: "area { id }") { code: ID! name: String! area: Area! } type Area { id: ID! name: String! }';
  const other = 'type Hall @key(fields: "code") { code: ID! rooms: Int! seats: Int }';

  expect(broken('nullability', { owner, other })).toEqual(['owner Hall.name', 'other Hall.rooms']);
});

test('an interface and an interface object are entities too', () => {
  const owner =
    'type Query { offer: Offer } interface Offer @key(fields: "id") { id: ID! title: String! }';
  const other = 'type Offer @key(fields: "id") @interfaceObject { id: ID! stars: Int! }';

  expect(broken('nullability', { owner, other })).toEqual([
    'other Offer.stars',
    'owner Offer.title',
  ]);
});

test('a value type may promise what its own service knows, but no entity of another', () => {
  const owner =
    'type Query { hall: Hall } type Hall @key(fields: "code") { code: ID! name: String }';
  const other =
    'type Hall @key(fields: "code", resolvable: false) { code: ID! } type Query { page: Page } type Page { edges: [Edge!]! halls: [Hall!] } type Edge { cursor: String! node: Hall! hall: Hall own: Book! } type Book @key(fields: "id") { id: ID! title: String }';

  expect(broken('nullability', { owner, other })).toEqual(['other Edge.node', 'other Page.halls']);
});

test('public is said of fields, never of types', () => {
  const sdl =
    'type Query { a: A @tag(name: "public") } type A @tag(name: "public") { b: Int } enum E @tag(name: "public") { X } type C @tag(name: "inside") { d: Int }';

  expect(broken('public-by-field', { a: sdl })).toEqual(['a A', 'a E']);
});

test('what any subgraph describes is described', () => {
  const one =
    '"""A hall."""\ntype Hall @key(fields: "code") { "Its code." code: ID! name(long: Boolean): String }';
  const two = 'type Hall @key(fields: "code") { code: ID! "Seats." seats: Int } enum Kind { BIG }';

  expect(broken('described', { one, two })).toEqual([
    'one Hall.name',
    'one Hall.name(long:)',
    'two Kind',
    'two Kind.BIG',
  ]);
});

test('lists of entities and roots are bounded, and connections are paged', () => {
  const sdl = `type Query { halls: [Hall] few: [Hall] @listSize(assumedSize: 9) page(first: Int, after: String): HallConnection endless: HallConnection }
    type Hall @key(fields: "code") { code: ID! rooms: [Int] }
    type HallConnection { edges: [HallEdge!] pageInfo: PageInfo } type HallEdge { node: Hall } type PageInfo { hasNextPage: Boolean tags: [Int] }`;

  expect(broken('bounded-lists', { a: sdl })).toEqual([
    'a Hall.rooms',
    'a Query.endless',
    'a Query.halls',
  ]);
});

test('nothing is named or described after the personal number', () => {
  const sdl = `type Query { my_number: Int myNumber: Int number: Int "The 個人番号." code: Int individualNumberOfSeats: Int }`;

  expect(broken('no-personal-number', { a: sdl })).toEqual([
    'a Query.code',
    'a Query.individualNumberOfSeats',
    'a Query.myNumber',
    'a Query.my_number',
  ]);
});

test('a deprecation says what to use and until when', () => {
  const sdl = `type Query {
    good: Int @deprecated(reason: "Use better; removed on 2027-04-01.")
    undated: Int @deprecated(reason: "Use better.")
    unreplaced: Int @deprecated(reason: "Removed on 2027-04-01.")
    silent: Int @deprecated
  }`;

  expect(broken('deprecation-names-replacement', { a: sdl })).toEqual([
    'a Query.silent',
    'a Query.undated',
    'a Query.unreplaced',
  ]);
});

test('a finding says where, and what to do', () => {
  const [finding] = rulesBroken([
    { name: 'a', sdl: `${link} type Query { "A number." bad: Int! }` },
  ]);

  expect(finding?.message).toContain('make it nullable');
  expect(finding).toMatchObject({ rule: 'nullability', coordinate: 'Query.bad', subgraph: 'a' });
});
