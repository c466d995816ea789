// What this system adds to the city's graph: Federation 2, written by hand. Who reads it: `_service { sdl }`.

import { eventSdl } from './contract-events.mjs';

/** The SDL of this subgraph. */
export const sdl = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@tag", "@cost", "@listSize"])

type Query {
  "A title by one of its keys (書誌)."
  title(
    "The key (書誌の指定)."
    by: TitleKey!
  ): Title @tag(name: "public")
  "The branches of the library (図書館一覧)."
  libraryBranches: [LibraryBranch!] @tag(name: "public") @listSize(assumedSize: 10)
  "Titles of the catalogue, newest first (蔵書検索)."
  titles(
    "Cursor to read on from (カーソル)."
    after: String
    "How many at most, 1 to 100 (件数)."
    first: Int! = 20
  ): TitleConnection @tag(name: "public") @cost(weight: 10) @listSize(slicingArguments: ["first"], sizedFields: ["edges"], requireOneSlicingArgument: false)
}

"One of the keys of a title (書誌の指定)."
input TitleKey {
  "Bibliographic id (書誌番号)."
  bibId: ID
  "ISBN of 13 digits (国際標準図書番号)."
  isbn: ID
}

"A branch of the city's library (図書館・分館)."
type LibraryBranch @key(fields: "id") {
  "Opaque and stable (識別子)."
  id: ID! @tag(name: "public")
  "Name shown to residents (名称)."
  name: LocalText @tag(name: "public")
  "The building it is in (施設)."
  facility: Facility @tag(name: "public")
}

"A title of the catalogue in one edition (書誌)."
type Title @key(fields: "bibId") @key(fields: "isbn") {
  "Bibliographic id, opaque and stable (書誌番号)."
  bibId: ID! @tag(name: "public")
  "ISBN of 13 digits (国際標準図書番号)."
  isbn: ID @tag(name: "public")
  "Title and its reading (書名)."
  title: LocalText @tag(name: "public")
  "Author and the reading of the name (著者)."
  author: LocalText @tag(name: "public")
  "Publisher (出版者)."
  publisher: String @tag(name: "public")
  "Year of publication (出版年)."
  year: Int @tag(name: "public")
  "In what form it is read (資料形態)."
  format: TitleFormat @tag(name: "public")
  "Whether a copy is on a shelf anywhere in the city (市内の利用可否)."
  availability: TitleAvailability @tag(name: "public") @tag(name: "uncached")
}

"In what form a title is read (資料形態)."
enum TitleFormat {
  "A printed book (図書)."
  BOOK
}

"Whether a title can be borrowed, as last checked (利用可否)."
type TitleAvailability {
  "Yes when a copy is on a shelf (在架の有無)."
  answer: Tri @tag(name: "public")
  "Copies kept (所蔵数)."
  copies: Int @tag(name: "public")
  "Copies on a shelf (在架数)."
  onShelf: Int @tag(name: "public")
  "When that was so (確認日時)."
  checkedAt: DateTime @tag(name: "public")
}

"Yes, no, or nobody has said (三値)."
enum Tri {
  "It is not so (無)."
  NO
  "Nobody has said (不明)."
  UNKNOWN
  "It is so (有)."
  YES
}

"A moment (日時)."
scalar DateTime

"A course of a community centre (講座)."
type Course @key(fields: "id") {
  "Opaque and stable (識別子)."
  id: ID! @tag(name: "public")
  "What it is about (分類)."
  subjects: [Subject] @external
  "Where it takes place (会場)."
  venue: Facility @external
  "Titles that go with it: nearest subject first, then those on the shelf at the branch nearest to the venue (関連図書)."
  readingList(
    "How many at most, 1 to 20 (件数)."
    first: Int! = 5
  ): [ReadingListEntry!] @tag(name: "public") @tag(name: "uncached") @requires(fields: "subjects { scheme code } venue { code point { latitude longitude } }") @cost(weight: 5) @listSize(assumedSize: 5, slicingArguments: ["first"], requireOneSlicingArgument: false)
}

"A title that goes with a course (関連図書)."
type ReadingListEntry {
  "How near its subject is to that of the course (分類の一致)."
  match: SubjectMatch @tag(name: "public")
  "The title (書誌)."
  title: Title @tag(name: "public")
  "All forms in which the library has the same work (資料形態)."
  formats: [TitleFormat!] @tag(name: "public") @listSize(assumedSize: 3)
  "The branch nearest to the venue (最寄り館)."
  branch: LibraryBranch @tag(name: "public")
  "Whether a copy is on the shelf at that branch (在架の有無)."
  availableThere: Tri @tag(name: "public")
  "Copies kept there (所蔵数)."
  copies: Int @tag(name: "public")
  "Of these, on the shelf (在架数)."
  onShelf: Int @tag(name: "public")
  "When that was so (確認日時)."
  checkedAt: DateTime @tag(name: "public")
}

"How near the subject of a title is to that of a course (分類の一致)."
enum SubjectMatch {
  "The same NDC number (完全一致)."
  EXACT
  "One number is the beginning of the other (前方一致)."
  PREFIX
  "The same division, the first two digits (綱の一致)."
  DIVISION
}

"A code of a classification (分類)."
type Subject @key(fields: "scheme code") {
  "The classification (分類法)."
  scheme: ID! @tag(name: "public")
  "The code in it (分類コード)."
  code: ID! @tag(name: "public")
  "Titles under this NDC number, newest first (関連図書)."
  titles(
    "Cursor to read on from (カーソル)."
    after: String
    "How many at most, 1 to 100 (件数)."
    first: Int! = 20
  ): TitleConnection @tag(name: "public") @listSize(slicingArguments: ["first"], sizedFields: ["edges"], requireOneSlicingArgument: false)
}

"A page of a list (書誌の一覧)."
type TitleConnection {
  "What is on this page (一覧の項目)."
  edges: [TitleEdge!] @tag(name: "public")
  "Where the page stands (ページ情報)."
  pageInfo: PageInfo @tag(name: "public")
}

"One of a page, with its place (書誌の一件)."
type TitleEdge {
  "Place in the list (カーソル)."
  cursor: String! @tag(name: "public")
  "The record (書誌)."
  node: Title @tag(name: "public")
}

"Where a page stands in its list (ページ情報)."
type PageInfo @shareable {
  "Cursor of the last edge (末尾のカーソル)."
  endCursor: String @tag(name: "public")
  "True when there is more after this page (次頁の有無)."
  hasNextPage: Boolean! @tag(name: "public")
  "True when there is something before it (前頁の有無)."
  hasPreviousPage: Boolean! @tag(name: "public")
  "Cursor of the first edge (先頭のカーソル)."
  startCursor: String @tag(name: "public")
}

"A building of the city (施設)."
type Facility @key(fields: "code") {
  "Code in the register of facilities (施設コード)."
  code: ID! @tag(name: "public")
  "Place on the map (位置)."
  point: GeoPoint @external
  "The library branch in it (図書館)."
  branch: LibraryBranch @tag(name: "public")
}

"A place on the map (位置)."
type GeoPoint @shareable {
  "Degrees north (緯度)."
  latitude: Float! @tag(name: "public")
  "Degrees east (経度)."
  longitude: Float! @tag(name: "public")
}

${eventSdl}`;
