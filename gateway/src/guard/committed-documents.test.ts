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
const documents = readdirSync(`${schema}/document`).filter((name) => name.endsWith('.graphql'));
const sdl = parse(readFileSync(`${schema}/public.graphql`, 'utf8'));
const apiSchema = apiSchemaOf(sdl);
const lenient = { assumeValid: true, assumeValidSDL: true };
const weights = new Weights(sdl, buildASTSchema(sdl, lenient));

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

test.each(documents)('%s stays well within the limits of the public graph', (name) => {
  const document = parse(readFileSync(`${schema}/document/${name}`, 'utf8'));
  const roomy = shared(limitsOf('public'), 1.4);

  refuseLargeDocument(document, roomy);
  for (const operation of operationsOf(document).values()) {
    const declared = operation.definition.variableDefinitions ?? [];
    const { coerced = {} } = getVariableValues(apiSchema, declared, variablesOf(name));
    const conditions = Object.fromEntries(
      operation.conditionVariables.map((each) => [each, coerced[each] === true]),
    );
    const cost = costOf({ operation, conditions }, { apiSchema, weights })(coerced);
    expect(cost).toBeGreaterThan(0);
    expect(cost).toBeLessThan(roomy.cost);
  }
});
