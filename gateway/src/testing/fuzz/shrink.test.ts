import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { shrunk } from './shrink.js';
import { writeOperation } from './write-operation.js';

const schema = buildSchema(`
  type Query { shelf(of: String, first: Int): Shelf thing: Thing }
  interface Thing { id: ID }
  type Shelf implements Thing { id: ID next(times: Int = 1): Shelf books(words: [String]): [Book] }
  type Book implements Thing { id: ID title: String shelf: Shelf }`);

test('a failing operation is made as small as it still fails', async () => {
  const query = `query Asked($a: Int, $yes: Boolean!, $word: String) {
    x: shelf(of: $word, first: $a) { id ...F @include(if: $yes) next { id } }
    thing { ... on Book { id title } }
  }
  fragment F on Shelf { id here: books(words: ["a", "b"]) { ...G id } ... on Shelf { next(times: 2) { id } } }
  fragment G on Book { title shelf { id } }`;
  const fails = (text: string): boolean => /\bbooks\b/.test(text);
  const variables = { a: 1, yes: true, word: 'w' };

  const small = await shrunk(schema, { query, variables }, (one) =>
    Promise.resolve(fails(one.query)),
  );

  expect(small.query).toContain('books');
  expect(small.query).not.toMatch(/[$@:]|fragment|thing/);
  expect(small.query.match(/\w+/g)?.length).toBeLessThanOrEqual(8);
});

test('a seed writes one operation, and another seed another', () => {
  const texts = Array.from({ length: 50 }, (_, seed) => writeOperation(schema, seed, []).query);

  expect(writeOperation(schema, 7, []).query).toBe(texts[7]);
  expect(new Set(texts).size).toBeGreaterThan(30);
});
