import {
  Kind,
  parse,
  print,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
} from 'graphql';
import { directiveName, linksOf } from '../supergraph/links.js';
import { joinGraphs } from '../supergraph/join-graph.js';
import { joinField } from './join-field.js';

interface Composed {
  name: string;
  document: DocumentNode;
}

/** A field of an interface that an `@interfaceObject` only borrows, and the subgraphs that borrow and own it. */
interface Borrowed {
  type: string;
  field: string;
  borrowers: string[];
  owners: string[];
}

/**
 * Writes into a supergraph whose fields of an interface are `@external` in an `@interfaceObject`. Seen with
 * the composer 0.27.0: it leaves that out, so planners ask the borrower for what it does not have.
 */
export function withBorrowedFields(supergraphSdl: string, subgraphs: readonly Composed[]): string {
  const borrowed = subgraphs.flatMap(borrowedIn).map(({ type, field, name }) => ({
    type,
    field,
    borrowers: [name],
    owners: subgraphs.filter((other) => owns(other, type, field)).map((other) => other.name),
  }));
  if (borrowed.length === 0) return supergraphSdl;
  const supergraph = parse(supergraphSdl, { noLocation: true });
  const graphs = new Map(joinGraphs(supergraph).map(({ name, graph }) => [name, graph]));
  const found = (type: string, field: string): Borrowed | undefined => {
    const same = borrowed.filter((one) => one.type === type && one.field === field);
    const [first] = same;
    return first && { ...first, borrowers: same.flatMap(({ borrowers }) => borrowers) };
  };
  return print(
    visit(supergraph, {
      InterfaceTypeDefinition(node) {
        const fields = (node.fields ?? []).map((field) => {
          const one = found(node.name.value, field.name.value);
          return one && !isJoined(field) ? joined(field, one, graphs) : field;
        });
        return { ...node, fields };
      },
    }),
  );
}

function isJoined({ directives }: FieldDefinitionNode): boolean {
  return directives?.some(({ name }) => name.value === 'join__field') ?? false;
}

function joined(
  field: FieldDefinitionNode,
  { borrowers, owners }: Borrowed,
  graphs: ReadonlyMap<string, string>,
): FieldDefinitionNode {
  const joins = [
    ...borrowers.map((name) => joinField(graphs.get(name), { external: true })),
    ...owners.map((name) => joinField(graphs.get(name), {})),
  ];
  return { ...field, directives: [...(field.directives ?? []), ...joins] };
}

function borrowedIn(subgraph: Composed): { type: string; field: string; name: string }[] {
  const isUsed = usesIn(subgraph);
  return fielded(subgraph.document).flatMap((node) => {
    if (!isUsed(node, 'interfaceObject')) return [];
    return (node.fields ?? [])
      .filter((field) => isUsed(field, 'external'))
      .map((field) => ({
        type: node.name.value,
        field: field.name.value,
        name: subgraph.name,
      }));
  });
}

function owns(subgraph: Composed, type: string, name: string): boolean {
  const isUsed = usesIn(subgraph);
  return fielded(subgraph.document).some(
    (node) =>
      node.name.value === type &&
      (node.fields ?? []).some((field) => field.name.value === name && !isUsed(field, 'external')),
  );
}

type Used = (
  node: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  directive: string,
) => boolean;

function usesIn({ document }: Composed): Used {
  const federation = linksOf(document).find(
    ({ specification }) => specification === 'https://specs.apollo.dev/federation',
  );
  return ({ directives }, directive) => {
    const own = federation ? directiveName(federation, directive) : directive;
    return directives?.some(({ name }) => name.value === own) ?? false;
  };
}

function fielded({ definitions }: DocumentNode) {
  return definitions.filter(
    (node) =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION ||
      node.kind === Kind.OBJECT_TYPE_EXTENSION ||
      node.kind === Kind.INTERFACE_TYPE_DEFINITION ||
      node.kind === Kind.INTERFACE_TYPE_EXTENSION,
  );
}
