import { type DocumentNode, Kind, visit } from 'graphql';

/** What stands between a field's name and the alias that a document gave it. */
const aliased = '__as_';

/** A document whose aliases begin with the names of their fields, so that an answer tells which field stands where. */
export function withNamesInAliases(document: DocumentNode): DocumentNode {
  return visit(document, {
    Field: ({ name, alias, ...node }) =>
      alias
        ? {
            ...node,
            name,
            alias: { kind: Kind.NAME, value: `${name.value}${aliased}${alias.value}` },
          }
        : undefined,
  });
}

/** The field of a key in an answer to such a document. */
export const fieldOfKey = (key: string): string => key.split(aliased)[0] ?? key;

/** A document that also asks what type every object is. */
export function withTypeNames(document: DocumentNode): DocumentNode {
  // A walk over plain data: selection sets keep their kind.
  return JSON.parse(JSON.stringify(document), (_key, value: unknown) => {
    if (!isSelectionSet(value)) return value;
    const asked = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };
    return { ...value, selections: [...value.selections, asked] };
  }) as DocumentNode;
}

function isSelectionSet(value: unknown): value is { kind: string; selections: unknown[] } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    value.kind === Kind.SELECTION_SET
  );
}
