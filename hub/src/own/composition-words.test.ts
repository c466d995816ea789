import { Problem } from '@manabi/kit/problem';
import { expect, test } from 'vitest';

import { compositionWords } from './composition-words.js';
import { graphWith } from './own-graph.js';

const own = (sdl: string) => ({
  name: 'library',
  url: new URL('http://127.0.0.1:1/graphql'),
  key: '',
  sdl,
  tells: false,
});

const head = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])\n`;

function refusalOf(sdl: string): string {
  try {
    graphWith([own(sdl)]);
  } catch (error) {
    if (error instanceof Problem) return error.message;
    throw error;
  }
  return 'it composes';
}

test('what others need of a department is told with the line to add', () => {
  const said = refusalOf(`${head} type Query { shelf: String }`);

  expect(said).toContain(
    'welfare needs LibraryProgram.startsAt, which library gave until now: add "startsAt: DateTime" to your type LibraryProgram.',
  );
});

test('a text that is no SDL is told with its line', () => {
  expect(refusalOf(`${head}type Query {`)).toContain('[library] line 2');
});

test('a path that nobody can walk is told by the field that is missing', () => {
  const problem = `The following supergraph API query:
{ course { readingList { branch { name { en } } } } }
cannot be satisfied by the subgraphs because:
- from subgraph "library":
  - cannot find field "LocalText.en".
  - cannot find field "LocalText.en".`;

  expect(
    compositionWords([problem, problem], 'library', new Map([['LocalText.en', 'en: Rendering']])),
  ).toEqual(['Nobody gives LocalText.en: add "en: Rendering" to your type LocalText.']);
});
