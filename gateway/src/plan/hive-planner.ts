import type {
  BatchFetchNode,
  FetchNode,
  FetchRewrite,
  FlattenNodePathSegment,
  PlanNode,
  RequiresSelection,
} from '@graphql-hive/router-query-planner';
import { RequestRefused } from '../errors/gateway-error.js';
import { selectedKeys } from '../execute/selection-tree.js';
import type { SupergraphTypes } from '../supergraph/supergraph-types.js';
import { IsolatedPlanner, PlannerBusy, PlannerMissing } from './isolated-planner.js';
import type { Operation, PathSegment, Planner, PlanStep, Required, Rewrite } from './planner.js';

/** The planner of the Hive Router in a process of its own, its plans told in our words. */
export function hivePlanner(supergraphSdl: string, types: SupergraphTypes): Planner {
  const planner = new IsolatedPlanner(supergraphSdl);
  const translation = new Translation(types);
  return {
    async plan(document, operationName) {
      const plan = await planner.plan(document, operationName).catch(refuse);
      return plan.node && translation.step(plan.node);
    },
    close: () => planner.close(),
  };
}

function refuse(cause: unknown): never {
  if (cause instanceof PlannerMissing) throw cause;
  const refused =
    cause instanceof PlannerBusy
      ? new RequestRefused(
          'UNAVAILABLE',
          'Too many new operations are being planned at the moment; ask again in some seconds.',
        )
      : new RequestRefused(
          'NOT_PLANNABLE',
          'This operation is valid but no way was found to answer it from the departments; ask for its parts separately.',
        );
  refused.cause = cause;
  throw refused;
}

/** Tells the planner's plans in our words. */
class Translation {
  constructor(readonly types: SupergraphTypes) {}

  step(node: PlanNode, at: readonly PathSegment[] = []): PlanStep {
    switch (node.kind) {
      case 'Fetch':
        return this.#fetch(node, at);
      case 'BatchFetch':
        return this.#batch(node, at);
      case 'Flatten':
        return this.step(node.node, [...at, ...node.path.map(segmentOf)]);
      case 'Sequence':
        return { kind: 'sequence', steps: node.nodes.map((inner) => this.step(inner, at)) };
      case 'Parallel':
        return { kind: 'parallel', steps: node.nodes.map((inner) => this.step(inner, at)) };
      case 'Condition':
        return {
          kind: 'condition',
          variable: node.condition,
          ...(node.ifClause ? { whenTrue: this.step(node.ifClause, at) } : {}),
          ...(node.elseClause ? { whenFalse: this.step(node.elseClause, at) } : {}),
        };
      case 'Subscription':
        return this.#subscription(node.primary);
      default:
        throw new RequestRefused(
          'NOT_SUPPORTED',
          `A plan with a step "${node.kind}" is not supported; send the operation without it.`,
        );
    }
  }

  #subscription(primary: FetchNode): PlanStep {
    const rewrites = (primary.outputRewrites ?? []).map(rewriteOf);
    return { kind: 'subscription', operation: operationOf(primary), rewrites };
  }

  #fetch(node: FetchNode, at: readonly PathSegment[]): PlanStep {
    const operation = operationOf(node);
    const outputRewrites = (node.outputRewrites ?? []).map(rewriteOf);
    if (!node.requires?.length) return { kind: 'root', operation, at, rewrites: outputRewrites };
    const group = {
      alias: '_entities',
      variable: 'representations',
      paths: [at],
      requires: this.#requires(node.operation, '_entities', node.requires),
      inputRewrites: (node.inputRewrites ?? []).map(rewriteOf),
      // The planner counts these paths from the answer's root; groups count them from one entity.
      outputRewrites: outputRewrites.map(withoutEntitiesKey),
    };
    return { kind: 'entities', operation, groups: [group] };
  }

  #batch(node: BatchFetchNode, at: readonly PathSegment[]): PlanStep {
    const groups = node.entityBatch.aliases.map((alias) => ({
      alias: alias.alias,
      variable: alias.representationsVariableName,
      paths: alias.paths.map((path) => [...at, ...path.map(segmentOf)]),
      requires: this.#requires(node.operation, alias.alias, alias.requires),
      inputRewrites: (alias.inputRewrites ?? []).map(rewriteOf),
      outputRewrites: (alias.outputRewrites ?? []).map(rewriteOf).map(withoutEntitiesKey),
    }));
    return { kind: 'entities', operation: operationOf(node), groups };
  }

  /**
   * What has to be read of the entities. Seen with 0.0.38: fetches of an interface object's fields for
   * several types are made one, which requires only the last type; so it is widened to what the fetch
   * itself asks for, the interface.
   */
  #requires(operation: string, alias: string, requires: RequiresSelection[]): Required[] {
    const required = requires.map(requiredOf);
    const [only, ...others] = required;
    if (!only || others.length > 0 || only.kind !== 'fragment') return required;
    const asked = selectedKeys(operation).filter(({ key }) => key === alias);
    const conditions = new Set(asked.flatMap(({ below }) => below ?? []).map(({ type }) => type));
    const [condition] = conditions;
    const isWider =
      conditions.size === 1 &&
      condition !== undefined &&
      condition !== only.type &&
      this.types.satisfying(condition).has(only.type);
    return isWider ? [{ ...only, type: condition }] : required;
  }
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
