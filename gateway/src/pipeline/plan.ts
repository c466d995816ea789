import { Kind, OperationTypeNode, type DocumentNode } from 'graphql';
import { protectedCoordinates } from '../access-record/protected-coordinates.js';
import { RequestRefused } from '../errors/gateway-error.js';
import { programOf } from '../execute/program.js';
import { subscriptionProgramOf } from '../execute/subscription-program.js';
import { projectorOf } from '../execute/projector.js';
import { verbatimPlanOf } from '../execute/verbatim/verbatim-plan.js';
import { writerOf } from '../execute/writer.js';
import { variantKey } from '../operation/client-operation.js';
import type { CompiledOperation } from '../operation/compiled-operation.js';
import { fieldsOfType } from '../operation/fields-of-type.js';
import { PlanKeys } from '../operation/plan-keys.js';
import { plannedDocument } from '../operation/planned-document.js';
import type { Variant } from '../operation/variant.js';
import { prunedPlan } from '../plan/pruned-plan.js';
import type { Generation, KnownDocument } from '../supergraph/generation.js';
import type { Permissions } from '../supergraph/permissions.js';
import type { RequestRecord } from '../telemetry/request-record.js';
import { untilAborted } from '../transport/deadline.js';
import type { StopSignal } from '../transport/stop.js';
import type { GuardedRequest } from './guard.js';

/** Plans and compiles an operation, or gives the one known for the same document, conditions and permissions. */
export function plan(
  generation: Generation,
  document: KnownDocument,
  asked: {
    request: GuardedRequest;
    permissions: Permissions;
    signal: StopSignal;
    record?: RequestRecord | undefined;
  },
): CompiledOperation | Promise<CompiledOperation> {
  const key = `${variantKey(asked.request)}:${asked.permissions.key}:${document.number}`;
  const known = generation.operations.get(key);
  if (asked.record) asked.record.isPlanKnown = known !== undefined;
  if (known) return known;
  let compiling = generation.compiling.get(key);
  if (!compiling) {
    compiling = compile(generation, asked.request, asked.permissions)
      .then((compiled) => {
        generation.operations.set(key, compiled);
        return compiled;
      })
      .finally(() => generation.compiling.delete(key));
    generation.compiling.set(key, compiling);
  }
  return untilAborted(asked.signal, compiling, late);
}

function late(): RequestRefused {
  return new RequestRefused(
    'DEADLINE_EXCEEDED',
    'Planning this operation took longer than the request may last; ask again, or for less at once.',
  );
}

async function compile(
  generation: Generation,
  request: GuardedRequest,
  permissions: Permissions,
): Promise<CompiledOperation> {
  const variant: Variant = {
    operation: request.operation,
    conditions: request.conditions,
    permissions,
    keys: new PlanKeys(generation.types),
    apiSchema: generation.apiSchema,
    types: generation.types,
  };
  const text = plannedDocument(variant);
  const name = request.operation.definition.name?.value;
  const planned = text === undefined ? undefined : await generation.planner.plan(text, name);
  const steps = planned && prunedPlan(planned, permissions, generation);
  const subscription = steps && subscriptionProgramOf(steps, generation.types);
  const verbatim = steps && !subscription ? verbatimPlanOf(steps, variant) : undefined;
  return {
    variant,
    plan: steps,
    decisions: protectedCoordinates(variant),
    program: steps && !subscription ? programOf(steps, generation.types, verbatim) : undefined,
    verbatim,
    subscription,
    planned: text,
    project: projectorOf(variant),
    write: writerOf(variant),
    introspection: introspectionOf(variant),
    bytes: 4096 + 8 * ((text?.length ?? 0) + JSON.stringify(steps ?? null).length),
  };
}

function introspectionOf(variant: Variant): DocumentNode | undefined {
  const { definition, fragments } = variant.operation;
  const root = variant.apiSchema.getQueryType();
  if (!root || definition.operation !== OperationTypeNode.QUERY) return undefined;
  const fields = [...fieldsOfType(variant, root.name, [definition.selectionSet]).values()].flat();
  const own = fields.filter(({ name }) => name.value === '__schema' || name.value === '__type');
  if (own.length === 0) return undefined;
  const selectionSet = { kind: Kind.SELECTION_SET, selections: own } as const;
  return {
    kind: Kind.DOCUMENT,
    definitions: [{ ...definition, selectionSet }, ...fragments.values()],
  };
}
