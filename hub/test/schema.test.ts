import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { rulesBroken } from '@manabi/gateway/rules/rules-of-the-graph';
import { apiSchemaOf } from '@manabi/gateway/supergraph/api-schema';
import { parse } from 'graphql';
import { expect, test } from 'vitest';

import { departments } from '../src/city/departments.js';
import { graphFiles, printGraph } from '../src/graph/graph.js';
import { schemaFolder } from '../src/graph/schema-folder.js';
import { numberPlaces } from './attack/number-places.js';
import { tellsOfPeople, tellsOfThings } from './attack/number-places-told.js';

const graph = printGraph(departments);
const files = graphFiles(graph);

test.each([...files])('schema/%s is what the code prints, byte for byte', (name, printed) => {
  expect(readFileSync(join(schemaFolder, name), 'utf8')).toBe(printed);
});

test('of every number that either graph tells, filters or orders by, it is written down what it gives away of people', () => {
  const places = [graph.supergraph, graph.public].flatMap((sdl) =>
    numberPlaces(apiSchemaOf(parse(sdl))),
  );
  const things = Object.entries(tellsOfThings).flatMap(([type, fields]) =>
    fields.split(' ').map((field) => `${type}.${field}`),
  );

  expect([...Object.keys(tellsOfPeople), ...things].toSorted()).toEqual(
    [...new Set(places)].toSorted(),
  );
});

test('schema/ holds no graph that nobody prints', () => {
  const committed = readdirSync(schemaFolder).filter((name) => name.endsWith('.graphql'));

  expect(committed.toSorted()).toEqual([...files.keys()].toSorted());
});

test('no subgraph breaks a rule of the graph', () => {
  const subgraphs = [...graph.subgraphs].map(([name, sdl]) => ({ name, sdl }));

  expect(rulesBroken(subgraphs)).toEqual([]);
});
