import {
  Kind,
  parse,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { graphOf, joinGraphs } from '../supergraph/join-graph.js';
import { argument, text } from '../supergraph/links.js';
import type { Required } from './planner.js';

/** Which fields of an entity a service can only answer when it is given others, as `@requires` says. */
export class RequiredFields {
  /** The names a field requires, by `service Type.field`. */
  readonly #required = new Map<string, readonly string[]>();

  constructor(supergraph: DocumentNode) {
    const services = new Map(joinGraphs(supergraph).map(({ name, graph }) => [graph, name]));
    for (const node of supergraph.definitions) {
      if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION)
        continue;
      for (const { name, directives } of node.fields ?? []) {
        for (const use of directives ?? []) {
          const service = services.get(graphOf(use));
          const requires = text(argument(use, 'requires'));
          if (requires === undefined || service === undefined) continue;
          const field = `${service} ${node.name.value}.${name.value}`;
          this.#required.set(field, namesIn(requires));
        }
      }
    }
  }

  /** The fields that a fetch of entities asks for without giving what they require, as `Type.field`. */
  unmet(
    fetch: { service: string; text: string; alias: string },
    given: readonly Required[],
  ): readonly string[] {
    if (this.#required.size === 0) return [];
    const names = givenNames(given);
    const document = parse(fetch.text, { noLocation: true });
    const fragments = new Map<string, FragmentDefinitionNode>();
    for (const node of document.definitions) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
    }
    const unmet: string[] = [];
    const look = (set: SelectionSetNode, type: string): void => {
      for (const node of set.selections) {
        if (node.kind === Kind.FIELD) {
          const required = this.#required.get(`${fetch.service} ${type}.${node.name.value}`) ?? [];
          if (!required.every((name) => names.has(name))) unmet.push(`${type}.${node.name.value}`);
          continue;
        }
        const inner = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
        if (inner) look(inner.selectionSet, inner.typeCondition?.name.value ?? type);
      }
    };
    for (const field of entityFields(document)) {
      const key = (field.alias ?? field.name).value;
      if (key === fetch.alias && field.selectionSet) look(field.selectionSet, '');
    }
    return unmet;
  }
}

function entityFields({ definitions }: DocumentNode): FieldNode[] {
  return definitions.flatMap((node) => {
    if (node.kind !== Kind.OPERATION_DEFINITION) return [];
    return node.selectionSet.selections.filter((each) => each.kind === Kind.FIELD);
  });
}

function givenNames(given: readonly Required[]): ReadonlySet<string> {
  const names = new Set<string>();
  const collect = (selections: readonly Required[]): void => {
    for (const selection of selections) {
      if (selection.kind === 'field') names.add(selection.write);
      else collect(selection.selections);
    }
  };
  collect(given);
  return names;
}

function namesIn(fields: string): readonly string[] {
  const names: string[] = [];
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const node of selections) {
      if (node.kind === Kind.FIELD) names.push(node.name.value);
      else if (node.kind === Kind.INLINE_FRAGMENT) collect(node.selectionSet);
    }
  };
  for (const node of parse(`{ ${fields} }`, { noLocation: true }).definitions) {
    if (node.kind === Kind.OPERATION_DEFINITION) collect(node.selectionSet);
  }
  return names;
}
