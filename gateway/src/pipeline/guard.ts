import { getVariableValues, type VariableDefinitionNode } from 'graphql';
import { RequestRefused, responseErrors } from '../errors/gateway-error.js';
import { costOf, type Cost } from '../guard/cost.js';
import { refuseOver, type Limits } from '../guard/limits.js';
import { refuseLargeVariables } from '../guard/variable-limits.js';
import {
  variantKey,
  type ClientOperation,
  type Conditions,
} from '../operation/client-operation.js';
import type { Generation, KnownDocument } from '../supergraph/generation.js';
import type { GraphRequest } from './receive.js';

/** A request that may be planned: one operation, its variables of the right types. */
export interface GuardedRequest {
  operation: ClientOperation;
  variables: Readonly<Record<string, unknown>>;
  conditions: Conditions;
  /** What it costs with its variables. */
  cost: number;
}

/**
 * Chooses the operation, refuses what may not be asked this way or would cost too much, and brings the
 * variables into form.
 */
export function guard(
  generation: Generation,
  document: KnownDocument,
  { request, limits }: { request: GraphRequest; limits: Limits },
): GuardedRequest {
  const operation = chosen(document, request.operationName);
  if (request.variables) refuseLargeVariables(request.variables, limits);
  const takesNone = operation.definition.variableDefinitions?.length === 0;
  const variables = takesNone ? none : coerced(generation, operation, request.variables ?? {});
  const conditions = conditionsOf(operation, variables);
  const cost = costIn(generation, document, { operation, conditions })(variables);
  refuseOver(limits, 'cost', cost);
  return { operation, variables, conditions, cost };
}

const none: Readonly<Record<string, unknown>> = Object.freeze({});
const unconditional: Conditions = {};

/** Conditions of one document whose cost is kept; a document may have as many as it has variables' values. */
const costsKept = 64;

function costIn(
  generation: Generation,
  { costs }: KnownDocument,
  selected: { operation: ClientOperation; conditions: Conditions },
): Cost {
  const key = variantKey(selected);
  const known = costs.get(key);
  if (known) return known;
  if (costs.size >= costsKept) costs.clear();
  const cost = costOf(selected, generation);
  costs.set(key, cost);
  return cost;
}

function chosen(document: KnownDocument, name: string | undefined): ClientOperation {
  const { operations } = document;
  if (name === undefined && operations.size !== 1) {
    throw new RequestRefused(
      'BAD_REQUEST',
      operations.size === 0
        ? 'The document holds no operation; add a query.'
        : 'The document holds several operations; say which one by `operationName`.',
    );
  }
  const operation = name === undefined ? [...operations.values()][0] : operations.get(name);
  if (operation) return operation;
  throw new RequestRefused(
    'BAD_REQUEST',
    `The document holds no operation named "${name}"; check \`operationName\`.`,
  );
}

function coerced(
  generation: Generation,
  { definition }: ClientOperation,
  given: Record<string, unknown>,
): Readonly<Record<string, unknown>> {
  const result = getVariableValues(
    generation.apiSchema,
    definition.variableDefinitions ?? [],
    given,
    { maxErrors: 20, hideSuggestions: true },
  );
  if (result.coerced) return withoutInherited(result.coerced, definition.variableDefinitions ?? []);
  throw new RequestRefused('BAD_USER_INPUT', responseErrors('BAD_USER_INPUT', result.errors ?? []));
}

/**
 * The same, where what every object inherits stands for no variable that was not given: one may be called `toString`.
 */
function withoutInherited(
  coerced: Readonly<Record<string, unknown>>,
  definitions: readonly VariableDefinitionNode[],
): Readonly<Record<string, unknown>> {
  const isCalledSo = definitions.some(({ variable }) => variable.name.value in Object.prototype);
  return isCalledSo ? Object.assign(Object.create(null), coerced) : coerced;
}

function conditionsOf(
  operation: ClientOperation,
  variables: Readonly<Record<string, unknown>>,
): Conditions {
  if (operation.conditionVariables.length === 0) return unconditional;
  return Object.fromEntries(
    operation.conditionVariables.map((name) => [name, variables[name] === true]),
  );
}
