import {
  Kind,
  parse,
  print,
  visit,
  type DocumentNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  type TypeNode,
} from 'graphql';
import { joinGraphs } from '../supergraph/join-graph.js';
import { joinField } from './join-field.js';

interface Composed {
  name: string;
  document: DocumentNode;
}

/** The type that one subgraph says a field has. */
interface Said {
  subgraph: string;
  type: TypeNode;
}

/**
 * Gives a field that subgraphs share the widest of the types they say it has, as federation prescribes.
 * Seen with the composer 0.27.0: it takes that of the first one, and valid questions are refused.
 */
export function withSharedFieldTypes(
  supergraphSdl: string,
  subgraphs: readonly Composed[],
): string {
  const said = saidTypes(subgraphs);
  const differing = [...said].filter(
    ([, types]) => new Set(types.map(({ type }) => nameOf(type))).size > 1,
  );
  if (differing.length === 0) return supergraphSdl;
  const supergraph = parse(supergraphSdl, { noLocation: true });
  const members = membersIn(supergraph);
  const graphs = new Map(joinGraphs(supergraph).map(({ name, graph }) => [name, graph]));
  const wider = new Map(
    differing.flatMap(([field, types]) => {
      const widest = types
        .map(({ type }) => nameOf(type))
        .find((name) =>
          types.every(({ type }) => nameOf(type) === name || members.get(name)?.has(nameOf(type))),
        );
      return widest === undefined ? [] : [[field, { widest, types }] as const];
    }),
  );
  return print(
    visit(supergraph, {
      ObjectTypeDefinition(node) {
        const fields = (node.fields ?? []).map((field) => {
          const one = wider.get(`${node.name.value}.${field.name.value}`);
          return one && nameOf(field.type) !== one.widest ? widened(field, one, graphs) : field;
        });
        return { ...node, fields };
      },
    }),
  );
}

function widened(
  field: FieldDefinitionNode,
  { widest, types }: { widest: string; types: readonly Said[] },
  graphs: ReadonlyMap<string, string>,
): FieldDefinitionNode {
  const others = field.directives ?? [];
  const isJoined = others.some(({ name }) => name.value === 'join__field');
  const joins = types.map(({ subgraph, type }) =>
    joinField(graphs.get(subgraph), { type: print(type) }),
  );
  const type = renamed(field.type, widest);
  return { ...field, type, directives: isJoined ? others : [...others, ...joins] };
}

function saidTypes(subgraphs: readonly Composed[]): ReadonlyMap<string, Said[]> {
  const said = new Map<string, Said[]>();
  for (const { name, document } of subgraphs) {
    const types = document.definitions.filter(
      (node): node is ObjectTypeDefinitionNode | ObjectTypeExtensionNode =>
        node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION,
    );
    for (const type of types) {
      for (const field of type.fields ?? []) {
        const coordinate = `${type.name.value}.${field.name.value}`;
        const known = said.get(coordinate) ?? [];
        known.push({ subgraph: name, type: field.type });
        said.set(coordinate, known);
      }
    }
  }
  return said;
}

/** The types that may stand for a union or an interface, by its name. */
function membersIn({ definitions }: DocumentNode): ReadonlyMap<string, ReadonlySet<string>> {
  const members = new Map<string, Set<string>>();
  const add = (of: string, name: string): void => {
    const known = members.get(of) ?? new Set();
    known.add(name);
    members.set(of, known);
  };
  for (const node of definitions) {
    if (node.kind === Kind.UNION_TYPE_DEFINITION) {
      for (const type of node.types ?? []) add(node.name.value, type.name.value);
    }
    if (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION) {
      for (const type of node.interfaces ?? []) add(type.name.value, node.name.value);
    }
  }
  return members;
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}

function renamed(type: TypeNode, name: string): TypeNode {
  if (type.kind === Kind.NAMED_TYPE) {
    return { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: name } };
  }
  if (type.kind === Kind.LIST_TYPE) return { kind: Kind.LIST_TYPE, type: renamed(type.type, name) };
  const inner = renamed(type.type, name);
  if (inner.kind === Kind.NON_NULL_TYPE) return inner;
  return { kind: Kind.NON_NULL_TYPE, type: inner };
}
