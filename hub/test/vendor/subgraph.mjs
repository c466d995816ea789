// The fields of this subgraph, from what the system knows.
import { books, branches, checkedAt } from './books.mjs';
import { sdl } from './contract.mjs';
import { QuestionFault, answer, typesIn } from './graphql-answer.mjs';
import { readDocument } from './graphql-text.mjs';

const federation = `
type Query {
  _service: _Service
  _entities(
  ): [_Entity]
}
type _Service {
  sdl: String
}
`;

const types = typesIn(sdl);
for (const [name, fields] of typesIn(federation))
  types.set(name, new Map([...(types.get(name) ?? []), ...fields]));

const branchOf = ({ id, code, name }) => ({ id, name: { ja: name }, facility: { code } });

const count = (places) => ({
  copies: places.reduce((sum, { copies }) => sum + copies, 0),
  onShelf: places.reduce((sum, { onShelf }) => sum + onShelf, 0),
});

const shelf = (places) => {
  const { copies, onShelf } = count(places);
  return { answer: onShelf > 0 ? 'YES' : 'NO', copies, onShelf, checkedAt };
};

const titleOf = (book) => ({
  bibId: book.bibId,
  isbn: book.isbn,
  title: { ja: book.title },
  author: { ja: book.authors.join('、') },
  publisher: book.publisher,
  year: book.year,
  format: 'BOOK',
  availability: () => shelf([...book.copies.values()]),
});

const newestFirst = (one, other) => other.year - one.year;

function pageOf(listed, { first = 20, after }) {
  if (!(first >= 1 && first <= 100))
    throw new QuestionFault('"first" is a whole number from 1 to 100.');
  const from = after == null ? 0 : listed.findIndex(({ bibId }) => bibId === after) + 1;
  const page = listed.slice(from, from + first);
  return {
    edges: page.map((book) => ({ cursor: book.bibId, node: titleOf(book) })),
    pageInfo: {
      hasNextPage: from + first < listed.length,
      hasPreviousPage: from > 0,
      startCursor: page[0]?.bibId ?? null,
      endCursor: page.at(-1)?.bibId ?? null,
    },
  };
}

/** How near a class is to one that is wanted: 0 the same, 1 one begins the other, 2 the same division. */
function nearness(ndc, wanted) {
  if (ndc === wanted) return 0;
  if (ndc.startsWith(wanted) || wanted.startsWith(ndc)) return 1;
  return ndc.slice(0, 2) === wanted.slice(0, 2) ? 2 : undefined;
}

function nearestBranch(point) {
  if (!point) return undefined;
  const radians = (degrees) => (degrees * Math.PI) / 180;
  const distance = ({ latitude, longitude }) => {
    const across = radians(longitude - point.longitude) * Math.cos(radians(point.latitude));
    return Math.hypot(radians(latitude - point.latitude), across);
  };
  return branches.toSorted((one, other) => distance(one) - distance(other))[0];
}

function readingList({ subjects, venue }, { first = 5 }) {
  if (!(first >= 1 && first <= 20))
    throw new QuestionFault('"first" is a whole number from 1 to 20.');
  const wanted = (subjects ?? []).filter((each) => each?.scheme === 'NDC').map(({ code }) => code);
  const branch = nearestBranch(venue?.point);
  return books
    .map((book) => {
      const places = branch
        ? [book.copies.get(branch.code) ?? { copies: 0, onShelf: 0 }]
        : [...book.copies.values()];
      const depths = wanted
        .map((code) => nearness(book.ndc, code))
        .filter((depth) => depth !== undefined);
      return { book, depth: Math.min(...depths), ...count(places) };
    })
    .filter(({ depth }) => depth <= 2)
    .sort(
      (one, other) =>
        one.depth - other.depth ||
        Number(other.onShelf > 0) - Number(one.onShelf > 0) ||
        Number(other.copies > 0) - Number(one.copies > 0) ||
        newestFirst(one.book, other.book),
    )
    .slice(0, first)
    .map(({ book, depth, copies, onShelf }) => ({
      match: ['EXACT', 'PREFIX', 'DIVISION'][depth],
      title: titleOf(book),
      formats: ['BOOK'],
      branch: branch && branchOf(branch),
      availableThere: onShelf > 0 ? 'YES' : 'NO',
      copies,
      onShelf,
      checkedAt,
    }));
}

function titleBy({ bibId, isbn }) {
  const book = books.find((each) => (bibId == null ? each.isbn === isbn : each.bibId === bibId));
  return book ? titleOf(book) : null;
}

/** What a reference of another department means; null when nothing has that key. */
const references = {
  Title: titleBy,
  LibraryBranch: ({ id }) => {
    const branch = branches.find((each) => each.id === id);
    return branch ? branchOf(branch) : null;
  },
  Facility: ({ code }) => {
    const branch = branches.find((each) => each.code === code);
    return code == null ? null : { code, branch: branch ? branchOf(branch) : null };
  },
  Subject: ({ scheme, code }) =>
    scheme == null || code == null
      ? null
      : {
          scheme,
          code,
          titles: (page) =>
            pageOf(
              scheme === 'NDC'
                ? books.filter(({ ndc }) => ndc.startsWith(code)).sort(newestFirst)
                : [],
              page,
            ),
        },
  Course: (course) =>
    course.id == null
      ? null
      : { id: course.id, readingList: (given) => readingList(course, given) },
  LibraryProgram: () => null,
};

function entityOf(representation) {
  const find = Object.hasOwn(references, representation?.__typename)
    ? references[representation.__typename]
    : undefined;
  if (!find) throw new QuestionFault('An entity was asked for that is none of this system.');
  const found = find(representation);
  return found && { ...found, __typename: representation.__typename };
}

const query = {
  _service: { sdl },
  _entities: ({ representations }) => representations.map(entityOf),
  title: ({ by }) => titleBy(by),
  libraryBranches: () => branches.map(branchOf),
  titles: (page) => pageOf([...books].sort(newestFirst), page),
};

/** Answers the body of a request as GraphQL over HTTP writes it. */
export function answerBody(text) {
  try {
    const body = parsed(text);
    if (typeof body?.query !== 'string') throw new QuestionFault('The body says no "query".');
    const document = readDocument(body.query);
    return { data: answer({ document, variables: body.variables ?? {}, types, roots: { query } }) };
  } catch (error) {
    const isTheirs = error instanceof QuestionFault || error instanceof SyntaxError;
    const message = isTheirs ? error.message : 'The system failed. It was recorded.';
    return {
      errors: [
        {
          message,
          extensions: { code: isTheirs ? (error.code ?? 'BAD_USER_INPUT') : 'UNAVAILABLE' },
        },
      ],
    };
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new QuestionFault('The body is no JSON.');
  }
}
