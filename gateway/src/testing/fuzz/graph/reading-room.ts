import type { Subgraph } from '../../../composition/compose.js';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@interfaceObject",
  "@override"
])
`;

const works = `${link}
  type Query { work(id: ID!): Work works(first: Int = 2, by: Order = TITLE): [Work!]! newest: [Work] shelf: [[Work]] grid(filter: Filter): [[Int!]]! finds: [Find!] pieces: [Piece] book(isbn: String!): Book author: Author! }
  type Mutation { lend(id: ID!, days: Int! = 14): Book addTo(works: [ID!]!): [Work] swap: Find }
  enum Order { TITLE YEAR HIDDEN @inaccessible }
  input Filter { words: [String!] range: Range = { from: 1 } nested: Filter only: Order = YEAR }
  input Range { from: Int! = 0 to: Int }
  scalar Json
  interface Work @key(fields: "id") { id: ID! title(language: String = "ja"): String year: Int pages: Int }
  interface Piece { label: String order: Order parts: [Piece!] }
  type Book implements Work & Piece @key(fields: "id") @key(fields: "isbn") { id: ID! isbn: String! title(language: String = "ja"): String year: Int pages: Int @shareable label: String order: Order parts: [Piece!] authors: [Author!] cover: Cover size(unit: Unit = CM): Float notes: Json publisher: Publisher matrix: [[Int]!] }
  type Film implements Work & Piece @key(fields: "id") { id: ID! title(language: String = "ja"): String year: Int pages: Int minutes: Int! label: String order: Order parts: [Piece!] director: Author stills: [Cover!]! }
  type Disc implements Work @key(fields: "id") { id: ID! title(language: String = "ja"): String year: Int pages: Int tracks: [Track!] }
  type Track implements Piece { label: String order: Order parts: [Piece!] seconds: Int! by: Author }
  union Find = Book | Film | Author | Track
  enum Unit { CM INCH }
  type Cover @shareable { url: String! width: Int palette: [String!] }
  type Author @key(fields: "id") { id: ID! }
  type Publisher @key(fields: "country code") { country: Country! code: String! }
  enum Country { JP FR KR }`;

const people = `${link}
  type Query { people(ids: [ID!] = []): [Author] reader: Reader publishers: [Publisher!] }
  type Author @key(fields: "id") { id: ID! name(form: Form! = KANJI): String born: Int country: Country works: [Book] favourite: Favourite likes: [Favourite] rank: Int! home: Place @shareable }
  type Book @key(fields: "isbn", resolvable: false) { isbn: String! }
  type Reader @key(fields: "card { number }") { card: Card name: String! friends: [Reader!] expires: Int kind: Form lent(first: Int): [Book] }
  type Card { number: ID! }
  enum Form { KANJI KANA }
  union Favourite = Author | Reader | Publisher
  type Publisher @key(fields: "country code") { country: Country! code: String! name: String founder: Author office: Place @shareable }
  enum Country { JP FR KR }
  type Place @shareable { town: String! zip: String spot: Spot }
  type Spot @shareable { x: Float! y: Float! }`;

const desk = `${link}
  type Query { counter: Counter overdue(days: Int): [Loan!]! }
  type Mutation { remind(card: ID!, text: String): Reader close: Int! }
  type Counter { open: Boolean next: Reader loans: [Loan] busiest: Book @provides(fields: "pages") }
  type Loan @key(fields: "book { isbn } serial") { serial: ID! book: Book! reader: Reader due: Int fee(perDay: Int = 10): Int }
  type Book @key(fields: "isbn") { isbn: String! pages: Int @external size(unit: Unit = CM): Float @external year: Int @external matrix: [[Int]!] @external loans(first: Int = 2): [Loan!] weight: Float @requires(fields: "pages size(unit: INCH)") age(in: Int = 2026): Int @requires(fields: "year") sum: Int @requires(fields: "matrix") copies: Int! }
  enum Unit { CM INCH }
  type Reader @key(fields: "card { number }") { card: Card blocked: Boolean loans: [Loan!] name: String! @external letter(open: String): String @requires(fields: "name") }
  type Card { number: ID! }
  type Author @key(fields: "id") { id: ID! born: Int @external home: Place @shareable old: Boolean @requires(fields: "born") }
  type Place @shareable { town: String! zip: String spot: Spot }
  type Spot @shareable { x: Float! y: Float! }`;

const voices = `${link}
  type Query { praised: [Work!] voice(id: ID!): Voice latest: [Remark] }
  type Work @key(fields: "id") @interfaceObject { id: ID! stars: Int voices(first: Int = 2, kind: Mood): [Voice!] best: Voice year: Int @external era(names: [String!]): String @requires(fields: "year") }
  type Voice @key(fields: "id") { id: ID! text: String! mood: Mood of: Work by: Author answers: [[Voice]] }
  enum Mood { GLAD SAD SILENT @inaccessible }
  interface Remark { at: Int by: Author }
  type Praise implements Remark { at: Int by: Author words: [String] on: Work }
  type Blame implements Remark @key(fields: "id") { id: ID! at: Int by: Author reason: String! secret: String @inaccessible }
  type Author @key(fields: "id") { id: ID! remarks: [Remark!] rank: Int! @override(from: "people") }
  type Publisher @key(fields: "country code") { country: Country! code: String! fame: Int remarks: [Remark] office: Place @shareable }
  enum Country { JP FR KR }
  type Place @shareable { town: String! zip: String spot: Spot }
  type Spot @shareable { x: Float! y: Float! }`;

/** A reading room: every directive of federation that changes a plan, each in several places. */
export const readingRoom: readonly Subgraph[] = [
  { name: 'works', sdl: works },
  { name: 'people', sdl: people },
  { name: 'desk', sdl: desk },
  { name: 'voices', sdl: voices },
];
