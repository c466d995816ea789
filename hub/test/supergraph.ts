import { type DocumentNode, Kind } from 'graphql';

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
