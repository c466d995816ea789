import type { TestSubgraph } from './market.js';

const federation = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@shareable", "@tag", "@requiresScopes", "@authenticated"
])
`;

/** An entry of the ledger, as its subgraph keeps it. */
export interface LedgerEntry {
  __typename: 'Sale' | 'Gift';
  id: string;
  title: string | null;
  seats: number | null;
  price: number | null;
  isOpen: boolean | null;
  at: string | null;
  day: string | null;
  kind: 'LENT' | 'SOLD' | null;
  words: (string | null)[] | null;
  parts: { name: string | null; size: number }[] | null;
  giver?: string;
  buyer?: string;
}

/** The entries there are; a test may put others in their place. */
export const ledgerEntries: LedgerEntry[] = [
  {
    __typename: 'Sale',
    id: 'e1',
    title: 'Kettle, "large"; blue',
    seats: 3,
    price: 2.5,
    isOpen: true,
    at: '2026-12-27T01:00:00.000Z',
    day: '2026-12-27',
    kind: 'SOLD',
    words: ['tea', 'hot; water', '', null],
    parts: [
      { name: 'lid', size: 1 },
      { name: null, size: 2 },
    ],
    buyer: '=HYPERLINK("http://example.invalid")',
  },
  {
    __typename: 'Gift',
    id: 'e2',
    title: '',
    seats: null,
    price: -1,
    isOpen: false,
    at: null,
    day: null,
    kind: null,
    words: [],
    parts: [],
    giver: '鍋の会\nと友人',
  },
  {
    __typename: 'Gift',
    id: 'e3',
    title: null,
    seats: -2,
    price: null,
    isOpen: null,
    at: '2026-07-01T15:30:00Z',
    day: '2026-07-02',
    kind: 'LENT',
    words: null,
    parts: null,
    giver: '+81 3',
  },
];

/** What the ledger's lists hold, and how it behaves. */
export const ledgerState = {
  entries: ledgerEntries,
  /** Pages that were asked for. */
  asked: 0,
  /** Whether every page ends at the same place. */
  isStuck: false,
  /** What happens before a page is answered. */
  beforePage: (): void | Promise<void> => undefined,
};

async function pageOf({
  first,
  after,
}: {
  first: number;
  after?: string | null;
}): Promise<unknown> {
  ledgerState.asked += 1;
  await ledgerState.beforePage();
  const { entries, isStuck } = ledgerState;
  if (isStuck) return { edges: [], pageInfo: { hasNextPage: true, endCursor: '7' } };
  const start = after ? Number(after) : 0;
  const page = entries.slice(start, start + first);
  return {
    edges: page.map((node, index) => ({ cursor: String(start + index + 1), rank: index, node })),
    pageInfo: {
      hasNextPage: start + first < entries.length,
      endCursor: page.length > 0 ? String(start + page.length) : null,
    },
    total: entries.length,
    kinds: ['LENT', 'SOLD'],
  };
}

const ledger: TestSubgraph = {
  name: 'ledger',
  sdl: `${federation}
    scalar DateTime
    scalar LocalDate
    type Query {
      entries(first: Int = 20, after: String): EntryConnection
      book(id: ID!): Book
      names: [String!]
      one: Sale
      private: [Sale] @authenticated
      guarded: [Guarded]
    }
    type Guarded { open: String vault: Vault }
    type Vault { gold: Int! @requiresScopes(scopes: [["secrets"]]) key: String }
    type Mutation { write(title: String!): [Sale] }
    type Book { entries(first: Int = 20, after: String): EntryConnection pages: [Part] }
    type EntryConnection { edges: [EntryEdge] pageInfo: PageInfo total: Int kinds: [Kind!] }
    type EntryEdge { cursor: String! rank: Int node: Entry }
    type PageInfo { hasNextPage: Boolean endCursor: String }
    interface Entry {
      id: ID! title: String seats: Int price: Float isOpen: Boolean at: DateTime day: LocalDate
      kind: Kind words: [String] parts: [Part!] cellar: Cellar
    }
    type Sale implements Entry @key(fields: "id") {
      id: ID! title: String seats: Int price: Float isOpen: Boolean at: DateTime day: LocalDate
      kind: Kind words: [String] parts: [Part!] cellar: Cellar buyer: String
      secret: String @requiresScopes(scopes: [["secrets"]])
    }
    type Gift implements Entry @key(fields: "id") {
      id: ID! title: String seats: Int price: Float isOpen: Boolean at: DateTime day: LocalDate
      kind: Kind words: [String] parts: [Part!] cellar: Cellar giver: String
      secret: String @requiresScopes(scopes: [["secrets"]])
    }
    type Cellar @key(fields: "id", resolvable: false) { id: ID! }
    type Part { name: String size: Int }
    enum Kind { LENT SOLD }`,
  resolvers: {
    Query: {
      entries: (_: unknown, page: { first: number; after?: string }) => pageOf(page),
      book: (_: unknown, { id }: { id: string }) => (id === 'none' ? null : {}),
      names: () => ['a', 'b'],
      one: () => ledgerState.entries[0],
      private: () => [],
      guarded: () => [{ open: 'yes', vault: { gold: 1, key: 'k' } }],
    },
    Mutation: { write: () => [] },
    Book: {
      entries: (_: unknown, page: { first: number; after?: string }) => pageOf(page),
      pages: () => [{ name: 'p', size: 1 }],
    },
    Entry: {
      __resolveType: ({ __typename }: LedgerEntry) => __typename,
      cellar: ({ id }: LedgerEntry) => ({ id }),
    },
    Sale: { cellar: ({ id }: LedgerEntry) => ({ id }), secret: () => 'hidden' },
    Gift: { cellar: ({ id }: LedgerEntry) => ({ id }), secret: () => 'hidden' },
  },
};

const cellar: TestSubgraph = {
  name: 'cellar',
  sdl: `${federation}
    type Query { cellars: Int }
    type Cellar @key(fields: "id") { id: ID! shelf: String }`,
  resolvers: {
    Query: { cellars: () => 1 },
    Cellar: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      shelf: ({ id }: { id: string }) => `shelf of ${id}`,
    },
  },
};

/** A list with values of every kind, and a department that knows more of each. */
export const ledgerGraph: readonly TestSubgraph[] = [ledger, cellar];
