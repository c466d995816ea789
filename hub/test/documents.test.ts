import { readFileSync } from 'node:fs';
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
import { describe, expect, test } from 'vitest';

import { departments } from '../src/city/departments.js';
import { clientRoles } from '../src/issuer/clients.js';
import { type CommittedDocument, committedDocuments } from '../src/graph/document-folders.js';
import { printGraph } from '../src/graph/graph.js';
import { printPageTypes } from '../src/graph/page-types.js';
import { printPlans } from '../src/graph/printed-plans.js';
import { schemaFolder } from '../src/graph/schema-folder.js';
import { askerOf } from './ask-as.js';

const read = (name: string): string => readFileSync(join(schemaFolder, name), 'utf8');
const schemaOf = (file: string): GraphQLSchema => apiSchemaOf(parse(read(file)));

const forResidents = committedDocuments('public');
const forDepartments = committedDocuments('department');

test.each([...forResidents, ...forDepartments])(
  '$name says in two languages what it asks',
  ({ text }) => {
    const [ja, en] = text.split('\n');

    expect(ja).toMatch(/^# ja: .*[ぁ-ん一-龠]/);
    expect(en).toMatch(/^# en: [A-Z]/);
  },
);

/** What is wrong with a document, or with the variables beside it, in the eyes of a graph. */
function wrongAt(graph: GraphQLSchema, { text, variables }: CommittedDocument): unknown[] {
  const document = parse(text);
  // Each document holds one operation, which the gateway's choice rests on too.
  const [operation] = document.definitions.filter(
    ({ kind }) => kind === Kind.OPERATION_DEFINITION,
  ) as OperationDefinitionNode[];
  const declared = operation!.variableDefinitions ?? [];
  const { errors = [] } = getVariableValues(graph, declared, { ...variables });
  return [...validate(graph, document), ...errors];
}

describe('what residents may ask', () => {
  const graph = schemaOf('public.graphql');

  test.each(forResidents)('$name is one operation with a name', ({ text }) => {
    expect(text.split('\n')[2]).toMatch(/^(query|mutation|subscription) \w+/);
  });

  test.each(forResidents)(
    '$name can be asked at the public address, with the variables beside it',
    (document) => {
      expect(wrongAt(graph, document)).toEqual([]);
    },
  );
});

describe('what departments, analysts and residents who signed in may ask', () => {
  const graph = schemaOf('supergraph.graphql');

  test.each(forDepartments)('$name says who asks it, and what for', ({ name, text }) => {
    expect(text.split('\n')[3]).toMatch(/^(query|mutation|subscription) \w+/);
    expect(clientRoles).toContain(askerOf(name).role);
  });

  test.each(forDepartments)(
    '$name can be asked at the address of the departments, with the variables beside it',
    (document) => {
      expect(wrongAt(graph, document)).toEqual([]);
    },
  );
});

test('the pages and the portal are written against the types that the graph prints', async () => {
  const printed = await printPageTypes(printGraph(departments));

  const committed = [...printed.keys()].map((file) => [file, read(file)]);
  expect(committed).toEqual([...printed]);
});

test('how the questions that need more than three departments are asked is what is printed', async () => {
  for (const [name, printed] of await printPlans(printGraph(departments)))
    expect(read(name)).toBe(printed);
});
