import {
  Kind,
  parse,
  print,
  visit,
  type DirectiveNode,
  type DocumentNode,
  type InlineFragmentNode,
  type SelectionNode,
} from 'graphql';

/**
 * The same subgraph, in which fragments on interfaces and unions in `@requires` are written out for each of their
 * object types. The composer takes `... on Interface { field }` there for something that nobody can resolve, or breaks
 * off (@theguild/federation-composition 0.27.0, November 2026), although each type by itself is no difficulty.
 */
export function withRequiresByObject(document: DocumentNode): DocumentNode {
  const possible = possibleTypesOf(document);
  return visit(document, {
    Directive: {
      enter: (node) => (isRequires(node) ? writtenOut(node, possible) : undefined),
    },
  });
}

/** Object types by the name of the interface, union or object they can stand for. */
type PossibleTypes = ReadonlyMap<string, ReadonlySet<string>>;

function possibleTypesOf({ definitions }: DocumentNode): PossibleTypes {
  const possible = new Map<string, Set<string>>();
  const note = (abstract: string, type: string): void => {
    const types = possible.get(abstract) ?? new Set();
    possible.set(abstract, types.add(type));
  };
  for (const node of definitions) {
    if (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION) {
      note(node.name.value, node.name.value);
      for (const { name } of node.interfaces ?? []) note(name.value, node.name.value);
    } else if (
      node.kind === Kind.UNION_TYPE_DEFINITION ||
      node.kind === Kind.UNION_TYPE_EXTENSION
    ) {
      for (const { name } of node.types ?? []) note(node.name.value, name.value);
    }
  }
  return possible;
}

function isRequires({ name }: { name: { value: string } }): boolean {
  return name.value === 'requires' || name.value === 'federation__requires';
}

function writtenOut(node: DirectiveNode, possible: PossibleTypes): DirectiveNode {
  const written = node.arguments?.map((argument) => {
    if (argument.name.value !== 'fields' || argument.value.kind !== Kind.STRING) return argument;
    const fields = fieldsWrittenOut(argument.value.value, possible);
    return fields === undefined
      ? argument
      : { ...argument, value: { ...argument.value, value: fields } };
  });
  return { ...node, ...(written && { arguments: written }) };
}

/** Nothing where there is no fragment, and where this is no selection: the composer says so better. */
function fieldsWrittenOut(fields: string, possible: PossibleTypes): string | undefined {
  if (!fields.includes('...')) return undefined;
  try {
    const [operation] = parse(`{${fields}}`, { noLocation: true }).definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) return undefined;
    return anyOf(operation.selectionSet.selections, possible).map(print).join(' ');
  } catch {
    return undefined;
  }
}

/** Selections where nothing is known of the object they are read from. */
function anyOf(selections: readonly SelectionNode[], possible: PossibleTypes): SelectionNode[] {
  return selections.flatMap((node): SelectionNode[] => {
    if (node.kind === Kind.FRAGMENT_SPREAD) return [node];
    if (node.kind === Kind.FIELD) return [withBelow(node, possible)];
    const type = node.typeCondition?.name.value;
    if (type === undefined) return anyOf(node.selectionSet.selections, possible);
    return [...(possible.get(type) ?? [type])].flatMap((name) => {
      const inner = ofObject(name, node.selectionSet.selections, possible);
      return inner.length > 0 ? [fragmentOn(name, inner)] : [];
    });
  });
}

/** The same where the object's type is known: what cannot be of it falls away. */
function ofObject(
  name: string,
  selections: readonly SelectionNode[],
  possible: PossibleTypes,
): SelectionNode[] {
  return selections.flatMap((node): SelectionNode[] => {
    if (node.kind === Kind.FRAGMENT_SPREAD) return [node];
    if (node.kind === Kind.FIELD) return [withBelow(node, possible)];
    const type = node.typeCondition?.name.value;
    const isMet = type === undefined || type === name || possible.get(type)?.has(name);
    return isMet ? ofObject(name, node.selectionSet.selections, possible) : [];
  });
}

function withBelow(
  node: Extract<SelectionNode, { kind: Kind.FIELD }>,
  possible: PossibleTypes,
): SelectionNode {
  if (!node.selectionSet) return node;
  const selections = anyOf(node.selectionSet.selections, possible);
  return { ...node, selectionSet: { ...node.selectionSet, selections } };
}

function fragmentOn(name: string, selections: readonly SelectionNode[]): InlineFragmentNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: name } },
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
}
