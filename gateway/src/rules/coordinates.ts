import type {
  ConstDirectiveNode,
  FieldDefinitionNode,
  InputValueDefinitionNode,
  StringValueNode,
} from 'graphql';
import type { SubgraphIndex } from '../composition/subgraph-index.js';

/** One thing of a schema that has a name, with what may be said about it. */
export interface Coordinate {
  /** `Type`, `Type.field`, `Type.field(argument:)` or `Enum.VALUE`. */
  path: string;
  /** Its own name, the last part of the path. */
  name: string;
  description: string | undefined;
  directives: readonly ConstDirectiveNode[];
  /** True when the subgraph only repeats what another one says: an external field, an extension. */
  isRepeated: boolean;
}

interface Described {
  readonly description?: StringValueNode | undefined;
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

/** Everything a subgraph defines, types before their members, in the order of the SDL. */
export function coordinatesOf(index: SubgraphIndex): Coordinate[] {
  return index.subgraph.document.definitions.flatMap((node): Coordinate[] => {
    if (!('name' in node) || !node.name || !('kind' in node)) return [];
    const type = node.name.value;
    if (!/Type(?:Definition|Extension)$/.test(node.kind) || type.startsWith('_')) return [];
    const isExtension = node.kind.endsWith('Extension');
    const self = index.isRoot(type)
      ? []
      : [coordinate(type, type, { ...(node as Described) }, isExtension)];
    return [...self, ...membersOf(index, type, node)];
  });
}

function membersOf(index: SubgraphIndex, type: string, node: object): Coordinate[] {
  const members: Coordinate[] = [];
  // Only definitions with members have these, and then of these types.
  const holder = node as {
    fields?: readonly (FieldDefinitionNode | InputValueDefinitionNode)[];
    values?: readonly (Described & { name: { value: string } })[];
  };
  for (const field of holder.fields ?? []) {
    const isExternal = index.uses(field, 'external').length > 0;
    const path = `${type}.${field.name.value}`;
    if (field.name.value.startsWith('_')) continue;
    members.push(coordinate(path, field.name.value, field, isExternal));
    const given = 'arguments' in field ? (field.arguments ?? []) : [];
    for (const argument of given) {
      const name = argument.name.value;
      members.push(coordinate(`${path}(${name}:)`, name, argument, isExternal));
    }
  }
  for (const value of holder.values ?? []) {
    members.push(coordinate(`${type}.${value.name.value}`, value.name.value, value, false));
  }
  return members;
}

function coordinate(
  path: string,
  name: string,
  ...[node, isRepeated]: [Described, boolean]
): Coordinate {
  return {
    path,
    name,
    description: node.description?.value.trim(),
    directives: node.directives ?? [],
    isRepeated,
  };
}
