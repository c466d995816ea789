import { readFileSync } from 'node:fs';

import {
  buildASTSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
} from 'graphql';
import { expect, test } from 'vitest';

import { examplesOf } from './examples.js';
import { type TypeWord, graphWords, termsOf } from './graph-words.js';
import { wordsPage } from './words-page.js';

const sdl = readFileSync(new URL('../../../schema/public.graphql', import.meta.url), 'utf8');
const words = graphWords(sdl);
const typeNamed = (name: string): TypeWord | undefined => words.find((word) => word.name === name);

test.each([
  ['Town block, e.g. 柳沢一丁目 (町字).', { ja: '町字', en: 'Town block, e.g. 柳沢一丁目.' }],
  [
    'House in which it is（建物名等、方書）.',
    { ja: '建物名等、方書', en: 'House in which it is.' },
  ],
  ['A date (ISO 8601).', { ja: '', en: 'A date (ISO 8601).' }],
])('%s is read as a term and a sentence', (value, terms) => {
  expect(termsOf(value)).toEqual(terms);
});

test('every word that may be asked is there, and none that is hidden', () => {
  const schema = buildASTSchema(parse(sdl), { assumeValid: true, assumeValidSDL: true });
  for (const { name, fields } of words) {
    const type = schema.getType(name);
    const has = isEnumType(type)
      ? type.getValues().map((value) => value.name)
      : isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
        ? Object.values(type.getFields())
            .filter(
              ({ astNode }) => !JSON.stringify(astNode?.directives).includes('"inaccessible"'),
            )
            .map((field) => field.name)
        : [];
    expect(fields.map((field) => field.name)).toEqual(has);
  }
  expect(words.slice(0, 1).map(({ name }) => name)).toEqual(['Query']);
  expect(words.some(({ name }) => name.includes('__'))).toBe(false);
});

test('each word stands with its department, also where an interface lends the field', () => {
  const course = typeNamed('Course');
  const owners = (name: string) => course?.fields.find((field) => field.name === name)?.owners;

  expect(owners('childcareOffered')).toEqual(['kominkan']);
  expect(owners('readingList')).toEqual(['library']);
  expect(owners('support')).toEqual(['welfare']);
  expect(owners('measures')).toEqual(['plan']);
});

test('the page links types, names terms, and shows examples of use; nothing in it is markup by accident', () => {
  const frame = '<!-- departments --><!-- types --><!-- examples -->';
  const examples = examplesOf(
    sdl,
    new Map([
      ['a', '# ja: 例<b>\nquery A { facilities(first: 1) { edges { node { name { ja } } } } }'],
    ]),
  );

  const page = wordsPage({ frame, words, examples });

  expect(page).toContain('<a href="#LocalText">LocalText</a>');
  expect(page).toMatch(/<h2 id="Facility-name">[^<]+<code>Facility<\/code>/);
  expect(page).toContain('<a href="#document-a">例&lt;b&gt;</a>');
  const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => `id="${id}"`);
  expect(targets.filter((id) => !page.includes(id))).toEqual([]);
  expect(() => wordsPage({ frame: '', words, examples })).toThrow('no place');
});
