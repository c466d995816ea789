/** The subgraph of the tables: one long list, whose pages cost next to nothing. */
export const ledger = {
  name: 'ledger',
  sdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])
    scalar DateTime
    type Query { entries(first: Int = 100, after: String): EntryConnection small: Int }
    type EntryConnection { edges: [EntryEdge] pageInfo: PageInfo }
    type EntryEdge { node: Entry }
    type PageInfo { hasNextPage: Boolean endCursor: String }
    type Entry { id: ID! title: String startsAt: DateTime seats: Int price: Float isFree: Boolean kind: Kind place: Place words: [String!] }
    type Place { name: String district: String }
    enum Kind { COURSE CLASS TALK }`,
} as const;

/** Rows of one page, as many as a page of the city holds. */
export const pageSize = 100;

/** Asks for all of the list, page by page. */
export const wholeList = `query WholeList($after: String) {
  entries(first: ${pageSize}, after: $after) {
    edges { node { id title startsAt seats price isFree kind place { name district } words } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** What somebody else asks meanwhile. */
export const smallQuestion = '{ small }';

const kinds = ['COURSE', 'CLASS', 'TALK'] as const;
const began = Date.UTC(2026, 3, 1);
const quarterOfAnHour = 15 * 60 * 1000;

/** One page of the list as the subgraph answers it, under the name that it is asked for by. */
export function pageAnswer(key: string, { after, rows }: { after: number; rows: number }): string {
  const end = Math.min(after + pageSize, rows);
  const edges = Array.from({ length: end - after }, (_, index) => ({ node: entry(after + index) }));
  const pageInfo = { hasNextPage: end < rows, endCursor: String(end) };
  return JSON.stringify({ data: { [key]: { edges, pageInfo } } });
}

function entry(number: number): object {
  return {
    id: `entry-${number}`,
    title: `絵本の読み聞かせ、はじめの一歩 第${number}回`,
    startsAt: new Date(began + number * quarterOfAnHour).toISOString(),
    seats: number % 7 === 0 ? null : number % 40,
    price: (number % 30) * 50 + 0.5,
    isFree: number % 3 === 0,
    kind: kinds[number % kinds.length],
    place: { name: `柳沢公民館 第${number % 9}会議室`, district: '柳沢' },
    words: ['絵本', '親子', `語${number % 100}`],
  };
}
