import { Kind, type FieldDefinitionNode, type TypeNode } from 'graphql';
import { namedType, type SubgraphIndex } from '../composition/subgraph-index.js';
import { Entities } from './entities.js';
import type { Finding, Rule } from './finding.js';

/**
 * Killing any one service nulls only that service's fields. So: root fields are nullable (a null root
 * field that may not be null would take every other department's answer with it); of an entity only its
 * keys may be non-null; and nowhere is a place non-null whose entity belongs to another service.
 * Value types, edges and connections travel whole with the service that made them and may be non-null.
 */
export const nullability: Rule = (subgraphs) => {
  const entities = new Entities(subgraphs);
  return subgraphs.flatMap((index) =>
    [...index.fielded.keys()].flatMap((type) =>
      index
        .fields(type)
        .filter((field) => index.uses(field, 'external').length === 0)
        .flatMap((field) => findingsOf(entities, index, { type, field })),
    ),
  );
};

function findingsOf(
  entities: Entities,
  index: SubgraphIndex,
  at: { type: string; field: FieldDefinitionNode },
): Finding[] {
  const name = at.field.name.value;
  const coordinate = `${at.type}.${name}`;
  const found = (message: string): Finding[] => [
    { rule: 'nullability', coordinate, subgraph: index.name, message },
  ];
  const isNonNull = at.field.type.kind === Kind.NON_NULL_TYPE;
  const root = index.rootKind(at.type);
  if (isNonNull && root !== undefined && root !== 'Subscription' && !name.startsWith('_')) {
    return found(
      `${coordinate} may not be null, so a silent ${index.name} would empty the whole answer; make it nullable.`,
    );
  }
  if (isNonNull && entities.names.has(at.type) && !entities.isKey(at.type, name)) {
    return found(
      `${coordinate} may not be null, so a silent ${index.name} would take the whole ${at.type} of other departments with it; make it nullable.`,
    );
  }
  const returned = namedType(at.field.type);
  if (!entities.names.has(returned) || entities.isOwner(index, returned)) return [];
  if (!holdsNonNull(at.field.type, returned)) return [];
  return found(
    `${coordinate} promises a ${returned}, which belongs to another department; make the ${returned} in it nullable.`,
  );
}

/** True when the named type itself, wherever in the lists it stands, may not be null. */
function holdsNonNull(type: TypeNode, name: string): boolean {
  if (type.kind === Kind.NON_NULL_TYPE) {
    return type.type.kind === Kind.NAMED_TYPE
      ? type.type.name.value === name
      : holdsNonNull(type.type, name);
  }
  return type.kind === Kind.LIST_TYPE && holdsNonNull(type.type, name);
}
