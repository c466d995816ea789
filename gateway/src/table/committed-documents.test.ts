import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildASTSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
import { operationsOf } from '../operation/client-operation.js';
import { PlanKeys } from '../operation/plan-keys.js';
import { apiSchemaOf } from '../supergraph/api-schema.js';
import { Permissions } from '../supergraph/permissions.js';
import { SupergraphTypes } from '../supergraph/supergraph-types.js';
import { columnsOf } from './columns.js';
import { nameOf, outermostLists } from './found-list.js';
import { selectedFields } from './selected-fields.js';

const schema = fileURLToPath(new URL('../../../schema', import.meta.url));

const graphs = [
  { file: 'public.graphql', folder: 'document' },
  { file: 'supergraph.graphql', folder: 'document/department' },
];

test.each(graphs)('every list of every document in $folder is a table', ({ file, folder }) => {
  const supergraph = parse(readFileSync(`${schema}/${file}`, 'utf8'));
  const lenient = { assumeValid: true, assumeValidSDL: true };
  const types = new SupergraphTypes(buildASTSchema(supergraph, lenient), supergraph);
  const graph = {
    types,
    apiSchema: apiSchemaOf(supergraph),
    keys: new PlanKeys(types),
    permissions: new Permissions(types.requirements, { role: 'anonymous', scopes: [] }),
    conditions: {},
  };
  const tables: string[] = [];
  for (const name of readdirSync(`${schema}/${folder}`)) {
    if (!name.endsWith('.graphql')) continue;
    const document = parse(readFileSync(`${schema}/${folder}/${name}`, 'utf8'));
    for (const operation of operationsOf(document).values()) {
      for (const list of outermostLists(selectedFields({ ...graph, operation }))) {
        const { columns } = columnsOf(list, undefined);
        expect(columns.length, `${name} ${nameOf(list)}`).toBeGreaterThan(0);
        tables.push(`${name} ${nameOf(list)}`);
      }
    }
  }

  expect(tables.length).toBeGreaterThan(20);
});
