import {
  QueryPlanner,
  type BatchFetchNode,
  type FetchNode,
  type FetchRewrite,
  type FlattenNodePathSegment,
  type PlanNode,
  type RequiresSelection,
} from '@graphql-hive/router-query-planner';
import { RequestRefused } from '../errors/gateway-error.js';
import type { Operation, PathSegment, Planner, PlanStep, Required, Rewrite } from './planner.js';

/** The planner of the Hive Router, its plans told in our words. */
export function hivePlanner(supergraphSdl: string): Planner {
  const planner = new QueryPlanner(supergraphSdl);
  const noLabels = new Set<string>();
  return {
    async plan(document, operationName, signal) {
      try {
        const plan = await planner.planAsync(document, operationName, noLabels, 0, signal);
        return plan.node && stepOf(plan.node);
      } catch (error) {
        if (error instanceof RequestRefused) throw error;
        throw refusal(signal, error);
      }
    },
  };
}

function refusal(signal: AbortSignal, cause: unknown): RequestRefused {
  const refused = signal.aborted
    ? new RequestRefused(
        'DEADLINE_EXCEEDED',
        'Planning this operation took longer than the request may last; ask for less at once.',
      )
    : new RequestRefused(
        'NOT_PLANNABLE',
        'This operation is valid but no way was found to answer it from the departments; ask for its parts separately.',
      );
  refused.cause = cause;
  return refused;
}

function stepOf(node: PlanNode, at: readonly PathSegment[] = []): PlanStep {
  switch (node.kind) {
    case 'Fetch':
      return fetchOf(node, at);
    case 'BatchFetch':
      return batchOf(node, at);
    case 'Flatten':
      return stepOf(node.node, [...at, ...node.path.map(segmentOf)]);
    case 'Sequence':
      return { kind: 'sequence', steps: node.nodes.map((inner) => stepOf(inner, at)) };
    case 'Parallel':
      return { kind: 'parallel', steps: node.nodes.map((inner) => stepOf(inner, at)) };
    case 'Condition':
      return {
        kind: 'condition',
        variable: node.condition,
        ...(node.ifClause ? { whenTrue: stepOf(node.ifClause, at) } : {}),
        ...(node.elseClause ? { whenFalse: stepOf(node.elseClause, at) } : {}),
      };
    case 'Subscription':
      return { kind: 'subscription' };
    default:
      throw new RequestRefused(
        'NOT_SUPPORTED',
        `A plan with a step "${node.kind}" is not supported; send the operation without it.`,
      );
  }
}

function fetchOf(node: FetchNode, at: readonly PathSegment[]): PlanStep {
  const operation = operationOf(node);
  const outputRewrites = (node.outputRewrites ?? []).map(rewriteOf);
  if (!node.requires?.length) return { kind: 'root', operation, at, rewrites: outputRewrites };
  const group = {
    alias: '_entities',
    variable: 'representations',
    paths: [at],
    requires: node.requires.map(requiredOf),
    inputRewrites: (node.inputRewrites ?? []).map(rewriteOf),
    // The planner counts these paths from the answer's root; groups count them from one entity.
    outputRewrites: outputRewrites.map(withoutEntitiesKey),
  };
  return { kind: 'entities', operation, groups: [group] };
}

function batchOf(node: BatchFetchNode, at: readonly PathSegment[]): PlanStep {
  const groups = node.entityBatch.aliases.map((alias) => ({
    alias: alias.alias,
    variable: alias.representationsVariableName,
    paths: alias.paths.map((path) => [...at, ...path.map(segmentOf)]),
    requires: alias.requires.map(requiredOf),
    inputRewrites: (alias.inputRewrites ?? []).map(rewriteOf),
    outputRewrites: (alias.outputRewrites ?? []).map(rewriteOf).map(withoutEntitiesKey),
  }));
  return { kind: 'entities', operation: operationOf(node), groups };
}

function operationOf(node: FetchNode | BatchFetchNode): Operation {
  return {
    service: node.serviceName,
    text: node.operation,
    kind: node.operationKind ?? 'query',
    variables: node.variableUsages ?? [],
  };
}

function segmentOf(segment: FlattenNodePathSegment): PathSegment {
  if (segment === '@') return 'each';
  return 'Field' in segment ? { field: segment.Field } : { types: segment.TypeCondition };
}

function requiredOf(selection: RequiresSelection): Required {
  switch (selection.kind) {
    case 'Field':
      return {
        kind: 'field',
        read: selection.name,
        write: selection.alias ?? selection.name,
        ...(selection.selections ? { selections: selection.selections.map(requiredOf) } : {}),
      };
    case 'InlineFragment':
      return {
        kind: 'fragment',
        type: selection.typeCondition,
        selections: selection.selections.map(requiredOf),
      };
    default:
      throw new Error(`The planner requires a selection "${selection.kind}", which is not known.`);
  }
}

function rewriteOf(rewrite: FetchRewrite): Rewrite {
  if ('KeyRenamer' in rewrite) {
    const { path, renameKeyTo } = rewrite.KeyRenamer;
    return { path: path.map(keyOf), change: { renameTo: renameKeyTo } };
  }
  const { path, setValueTo } = 'ValueSetter' in rewrite ? rewrite.ValueSetter : rewrite;
  return { path: path.map(keyOf), change: { setTo: setValueTo } };
}

function keyOf(
  segment: { Key: string } | { TypenameEquals: string[] },
): string | { types: string[] } {
  return 'Key' in segment ? segment.Key : { types: segment.TypenameEquals };
}

function withoutEntitiesKey(rewrite: Rewrite): Rewrite {
  return rewrite.path[0] === '_entities' ? { ...rewrite, path: rewrite.path.slice(1) } : rewrite;
}
