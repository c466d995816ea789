// The books as others read them without GraphQL: a file, pages of JSON, a feed of changes, and what is on the shelf now.
import { books, checkedAt } from './books.mjs';

const cell = (value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** The whole catalogue as a list of books (CSV, UTF-8), with the headers that municipalities use. */
export function booksAsCsv() {
  const head = ['ISBN', 'タイトル', '著者', '発行者', '発行年', 'NDC'];
  const lines = books.map(({ isbn, title, authors, publisher, year, ndc }) => [
    isbn,
    title,
    authors.join('；'),
    publisher,
    Number(year).toFixed(0),
    ndc,
  ]);
  return `\uFEFF${[head, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** A book in the words of this vendor's own interface. */
const record = ({ isbn, title, authors, publisher, year, ndc }) => ({
  identifiers: { isbn13: isbn },
  name: title,
  creators: authors.map((name) => ({ name, role: 'aut' })),
  imprint: { publisher, year },
  classes: [{ scheme: 'NDC10', number: ndc }],
});

/** One page of the books, five each, with a link to the next. */
export function pageOfBooks(search) {
  const at = Number(search.get('page') ?? 1);
  const results = books.slice((at - 1) * 5, at * 5).map(record);
  const hasMore = books.length > at * 5;
  return {
    meta: { total: books.length },
    results,
    links: { next: hasMore ? `/api/books?page=${at + 1}` : null },
  };
}

/** What changed since a moment, or all there is, by offset: every book has been as it is since `checkedAt`. */
export function changedBooks(search) {
  const since = Date.parse(search.get('updated_after') ?? '1970-01-01T00:00:00Z');
  const [at, limit] = ['offset', 'limit'].map((name) => Number(search.get(name)));
  const changed = books.filter(() => Date.parse(checkedAt) >= since);
  const results = changed
    .slice(at, at + limit)
    .map((book) => Object.assign(record(book), { number: book.bibId, status: 'active' }));
  return { meta: { total: changed.length }, results };
}

const changes = books.map((book, at) => ({
  id: book.bibId,
  kind: 'Book',
  state: 'updated',
  modified: at + 1,
  data: record(book),
}));

/** Says of a book in the feed that it is gone. */
export function withdraw(bibId) {
  changes.push({ id: bibId, kind: 'Book', state: 'deleted', modified: changes.length + 1 });
}

/** One page of the feed of changes, five each (OpenActive RPDE 1.0). */
export function pageOfChanges(search) {
  const after = Number(search.get('afterChangeNumber') ?? 0);
  const items = changes.filter(({ modified }) => modified > after).slice(0, 5);
  const last = items.at(-1)?.modified ?? after;
  return {
    items,
    next: `/rpde?afterChangeNumber=${last}`,
    license: 'https://creativecommons.org/licenses/by/4.0/',
  };
}

const sessions = new Map();

/**
 * What is on the shelf now, by ISBN and branch. It asks its branches one after the other: the first answer tells half and
 * says "continue", the next one tells all.
 */
export function shelves({ isbns, branches, session }) {
  const asked = sessions.get(session) ?? { isbns: isbns ?? [], branches };
  const told = session ? asked.isbns : asked.isbns.slice(0, Math.ceil(asked.isbns.length / 2));
  const isWhole = told.length === asked.isbns.length;
  const name = session ?? `s${sessions.size + 1}`;
  if (!isWhole) sessions.set(name, asked);
  else sessions.delete(name);
  return {
    session: name,
    continue: !isWhole,
    checkedAt,
    titles: Object.fromEntries(told.flatMap((isbn) => shelvesOf(isbn, asked))),
  };
}

function shelvesOf(isbn, { branches }) {
  const book = books.find((each) => each.isbn === isbn);
  if (!book) return [];
  const there = [...book.copies].filter(([code]) => !branches || branches.includes(code));
  return [[isbn, Object.fromEntries(there)]];
}
