import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildASTSchema, getVariableValues, parse } from 'graphql';
import { expect, test } from 'vitest';
import { operationsOf } from '../operation/client-operation.js';
import { apiSchemaOf } from '../supergraph/api-schema.js';
import { Weights } from '../supergraph/weights.js';
import { costOf } from './cost.js';
import { refuseLargeDocument } from './document-limits.js';
import { limitsOf, type Limits } from './limits.js';

const schema = fileURLToPath(new URL('../../../schema', import.meta.url));
const lenient = { assumeValid: true, assumeValidSDL: true };
const graphOf = (contract: 'public' | 'full', file: string) => {
  const sdl = parse(readFileSync(`${schema}/${file}`, 'utf8'));
  const weights = new Weights(sdl, buildASTSchema(sdl, lenient));
  return { contract, graph: { apiSchema: apiSchemaOf(sdl), weights } };
};
const inFolder = (folder: string, at: ReturnType<typeof graphOf>) =>
  readdirSync(`${schema}/document/${folder}`)
    .filter((name) => name.endsWith('.graphql'))
    .map((name) => ({ contract: at.contract, graph: at.graph, name: folder + name }));
const documents = [
  ...inFolder('', graphOf('public', 'public.graphql')),
  ...inFolder('department/', graphOf('full', 'supergraph.graphql')),
];

const shared = (limits: Limits, by: number): Limits => ({
  ...limits,
  depth: limits.depth / by,
  fields: limits.fields / by,
  cost: limits.cost / by,
});
const variablesOf = (name: string): Record<string, unknown> => {
  const path = `${schema}/document/${name.replace('.graphql', '.variables.json')}`;
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
};

test.each(documents)('$name stays well within the limits of its graph', (each) => {
  const { name, contract, graph } = each;
  const document = parse(readFileSync(`${schema}/document/${name}`, 'utf8'));
  const roomy = shared(limitsOf(contract), 1.4);

  refuseLargeDocument(document, roomy);
  for (const operation of operationsOf(document).values()) {
    const declared = operation.definition.variableDefinitions ?? [];
    const { coerced = {} } = getVariableValues(graph.apiSchema, declared, variablesOf(name));
    const conditions = Object.fromEntries(
      operation.conditionVariables.map((word) => [word, coerced[word] === true]),
    );
    const cost = costOf({ operation, conditions }, graph)(coerced);
    expect(cost).toBeGreaterThan(0);
    expect(cost).toBeLessThan(roomy.cost);
  }
});
