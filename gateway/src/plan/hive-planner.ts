import type {
  BatchFetchNode,
  FetchNode,
  FetchRewrite,
  FlattenNodePathSegment,
  PlanNode,
  RequiresSelection,
} from '@graphql-hive/router-query-planner';
import { parse } from 'graphql';
import { RequestRefused } from '../errors/gateway-error.js';
import { selectedKeys } from '../execute/selection-tree.js';
import type { SupergraphTypes } from '../supergraph/supergraph-types.js';
import {
  IsolatedPlanner,
  PlannerBusy,
  PlannerMissing,
  PlanningTooLong,
} from './isolated-planner.js';
import type {
  EntityGroup,
  Operation,
  PathSegment,
  Planner,
  PlanStep,
  Required,
  Rewrite,
} from './planner.js';
import { withPossibleFragments } from './possible-fragments.js';
import { RequiredFields } from './required-fields.js';
import { unsoundness } from './sound-plan.js';
import { serviceOrder, type ServiceOrder } from './service-order.js';

/** The planner of the Hive Router in a process of its own, its plans told in our words. */
export function hivePlanner(supergraphSdl: string, types: SupergraphTypes): Planner {
  const order = serviceOrder(supergraphSdl);
  const planner = new IsolatedPlanner(order.supergraphSdl);
  const needs = new RequiredFields(parse(supergraphSdl, { noLocation: true }));
  const translation = new Translation(types, { order, needs });
  return {
    read: () => planner.read(),
    async plan(document, operationName) {
      const plan = await planner.plan(document, operationName).catch(refuse);
      const step = plan.node && translation.step(plan.node);
      const fault = step && unsoundness(step, types);
      return fault === undefined ? step : refuse(new Error(fault));
    },
    rest: () => planner.rest(),
    close: () => planner.close(),
  };
}

function refuse(cause: unknown): never {
  if (cause instanceof PlannerMissing) throw cause;
  if (cause instanceof PlanningTooLong) throw tooLong(cause);
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

function tooLong({ milliseconds }: PlanningTooLong): RequestRefused {
  const message = `Planning this operation takes more than the ${milliseconds} ms allowed; ask for less at once.`;
  const extensions = { code: 'LIMIT_EXCEEDED', limit: 'planning', allowed: milliseconds } as const;
  return new RequestRefused('LIMIT_EXCEEDED', [{ message, extensions }]);
}

/** Tells the planner's plans in our words. */
class Translation {
  constructor(
    readonly types: SupergraphTypes,
    readonly supergraph: { order: ServiceOrder; needs: RequiredFields },
  ) {}

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
    return { kind: 'subscription', operation: this.#operation(primary), rewrites };
  }

  #fetch(node: FetchNode, at: readonly PathSegment[]): PlanStep {
    const operation = this.#operation(node);
    const outputRewrites = (node.outputRewrites ?? []).map(rewriteOf);
    if (!node.requires?.length) return { kind: 'root', operation, at, rewrites: outputRewrites };
    const { requires, inputRewrites = [] } = node;
    const group = {
      ...this.#group(operation, '_entities', { requires, inputRewrites }),
      variable: 'representations',
      paths: [at],
      // The planner counts these paths from the answer's root; groups count them from one entity.
      outputRewrites: outputRewrites.map(withoutEntitiesKey),
    };
    return { kind: 'entities', operation, groups: [group] };
  }

  #batch(node: BatchFetchNode, at: readonly PathSegment[]): PlanStep {
    const operation = this.#operation(node);
    const groups = node.entityBatch.aliases.map((alias) => ({
      ...this.#group(operation, alias.alias, {
        requires: alias.requires,
        inputRewrites: alias.inputRewrites ?? [],
      }),
      variable: alias.representationsVariableName,
      paths: alias.paths.map((path) => [...at, ...path.map(segmentOf)]),
      outputRewrites: (alias.outputRewrites ?? []).map(rewriteOf).map(withoutEntitiesKey),
    }));
    return { kind: 'entities', operation, groups };
  }

  #group(
    { service, text }: Operation,
    alias: string,
    given: { requires: RequiresSelection[]; inputRewrites: readonly FetchRewrite[] },
  ): Pick<EntityGroup, 'alias' | 'requires' | 'inputRewrites'> {
    const asked = selectedKeys(text).filter(({ key }) => key === alias);
    const types = new Set(asked.flatMap(({ below }) => below ?? []).map(({ type }) => type));
    const requires = this.#requires(types, given.requires);
    const unmet = this.supergraph.needs.unmet({ service, text, alias }, requires);
    if (unmet.length > 0) {
      // Seen with 0.0.38: of fetches that are made one, only one keeps what it requires.
      refuse(new Error(`The plan asks ${service} for ${unmet.join()} without what it requires.`));
    }
    // Seen with 0.0.38: a fetch keeps the name of an interface that another fetch was to be given.
    const inputRewrites = given.inputRewrites
      .map(rewriteOf)
      .filter(
        ({ path, change }) =>
          path.at(-1) !== '__typename' || !('setTo' in change) || types.has(change.setTo),
      );
    return { alias, requires, inputRewrites };
  }

  #operation(node: FetchNode | BatchFetchNode): Operation {
    return {
      service: this.supergraph.order.nameOf(node.serviceName),
      text: withPossibleFragments(node.operation, this.types),
      kind: node.operationKind ?? 'query',
      variables: node.variableUsages ?? [],
    };
  }

  /**
   * What has to be read of the entities. Seen with 0.0.38: fetches of an interface object's fields for
   * several types are made one, which requires only the last type; so it is widened to what the fetch
   * itself asks for, the interface.
   */
  #requires(
    conditions: ReadonlySet<string | undefined>,
    requires: RequiresSelection[],
  ): Required[] {
    const required = requires.map(requiredOf);
    const [only, ...others] = required;
    if (!only || others.length > 0 || only.kind !== 'fragment') return required;
    const [condition] = conditions;
    const isWider =
      conditions.size === 1 &&
      condition !== undefined &&
      condition !== only.type &&
      this.types.satisfying(condition).has(only.type);
    return isWider ? [{ ...only, type: condition }] : required;
  }
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
