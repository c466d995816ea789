import { GraphQLError, Kind, parse, type SelectionSetNode } from 'graphql';
import { namedType, type SubgraphIndex } from './subgraph-index.js';

/** One field that a `@key`, `@requires` or `@provides` names. */
export interface SelectedField {
  type: string;
  field: string;
}

/** Every field a federation selection names, nested ones with the type they belong to. */
export function selectedFields(
  index: SubgraphIndex,
  type: string,
  selection: string,
): SelectedField[] {
  const set = parsed(selection);
  return set ? fieldsIn(index, type, set) : [];
}

function parsed(selection: string): SelectionSetNode | undefined {
  try {
    const [definition] = parse(`{ ${selection} }`, { noLocation: true }).definitions;
    return definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet : undefined;
  } catch (error) {
    // The composer reports a selection that cannot be read, with its coordinate.
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
}

function fieldsIn(index: SubgraphIndex, type: string, set: SelectionSetNode): SelectedField[] {
  return set.selections.flatMap((node): SelectedField[] => {
    if (node.kind === Kind.INLINE_FRAGMENT) {
      return fieldsIn(index, node.typeCondition?.name.value ?? type, node.selectionSet);
    }
    if (node.kind !== Kind.FIELD || node.name.value === '__typename') return [];
    const field = node.name.value;
    const definition = index.field(type, field);
    const nested =
      definition && node.selectionSet
        ? fieldsIn(index, namedType(definition.type), node.selectionSet)
        : [];
    return [{ type, field }, ...nested];
  });
}
