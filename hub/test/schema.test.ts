import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { rulesBroken } from '@manabi/gateway/rules/rules-of-the-graph';
import { expect, test } from 'vitest';

import { departments } from '../src/city/departments.js';
import { graphFiles, printGraph } from '../src/graph/graph.js';
import { schemaFolder } from '../src/graph/schema-folder.js';

const graph = printGraph(departments);
const files = graphFiles(graph);

test.each([...files])('schema/%s is what the code prints, byte for byte', (name, printed) => {
  expect(readFileSync(join(schemaFolder, name), 'utf8')).toBe(printed);
});

test('schema/ holds no graph that nobody prints', () => {
  const committed = readdirSync(schemaFolder).filter((name) => name.endsWith('.graphql'));

  expect(committed.toSorted()).toEqual([...files.keys()].toSorted());
});

test('no subgraph breaks a rule of the graph', () => {
  const subgraphs = [...graph.subgraphs].map(([name, sdl]) => ({ name, sdl }));

  expect(rulesBroken(subgraphs)).toEqual([]);
});
