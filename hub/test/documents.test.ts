import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { apiSchemaOf } from '@manabi/gateway/supergraph/api-schema';
import {
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  getVariableValues,
  parse,
  validate,
} from 'graphql';
import { expect, test } from 'vitest';

import { departments } from '../src/city/departments.js';
import { printGraph } from '../src/graph/graph.js';
import { pageTypesFile, printPageTypes } from '../src/graph/page-types.js';
import { schemaFolder } from '../src/graph/schema-folder.js';

const folder = join(schemaFolder, 'document');
const files = readdirSync(folder);
const documents = files.filter((name) => name.endsWith('.graphql'));
const publicGraph: GraphQLSchema = apiSchemaOf(
  parse(readFileSync(join(schemaFolder, 'public.graphql'), 'utf8')),
);

const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

test.each(documents)('%s says in two languages what it asks', (name) => {
  const [ja, en, begin] = read(name).split('\n');

  expect(ja).toMatch(/^# ja: .*[ぁ-ん一-龠]/);
  expect(en).toMatch(/^# en: [A-Z]/);
  expect(begin).toMatch(/^query \w+/);
});

test.each(documents)(
  '%s can be asked at the public address, with the variables beside it',
  (name) => {
    const document = parse(read(name));
    // Each document holds one operation, which the test above and the gateway's choice rest on.
    const [operation] = document.definitions.filter(
      ({ kind }) => kind === Kind.OPERATION_DEFINITION,
    ) as OperationDefinitionNode[];
    const beside = name.replace('.graphql', '.variables.json');
    const variables = files.includes(beside) ? JSON.parse(read(beside)) : {};

    expect(validate(publicGraph, document)).toEqual([]);
    expect(
      getVariableValues(publicGraph, operation!.variableDefinitions ?? [], variables).errors,
    ).toBeUndefined();
  },
);

test('the pages are written against the types that the graph prints', async () => {
  const printed = await printPageTypes(printGraph(departments));

  expect(readFileSync(join(schemaFolder, pageTypesFile), 'utf8')).toBe(printed);
});
