import { Kind, type FieldDefinitionNode } from 'graphql';
import { isListNode, namedType, type SubgraphIndex } from '../composition/subgraph-index.js';
import { argument } from '../supergraph/links.js';
import { Entities } from './entities.js';
import type { Finding, Rule } from './finding.js';

/**
 * A list on an entity or at the root has a bound the gateway can count with: it is a connection with
 * `first` and `after`, or says by `@listSize(assumedSize:)` how long it gets.
 */
export const boundedLists: Rule = (subgraphs) => {
  const { names } = new Entities(subgraphs);
  return subgraphs.flatMap((index) =>
    [...index.fielded.keys()]
      .filter((type) => names.has(type) || index.isRoot(type))
      .flatMap((type) =>
        index
          .fields(type)
          .filter((field) => index.uses(field, 'external').length === 0)
          .filter((field) => !field.name.value.startsWith('_'))
          .flatMap((field) => findingsOf(index, `${type}.${field.name.value}`, field)),
      ),
  );
};

function findingsOf(
  index: SubgraphIndex,
  coordinate: string,
  field: FieldDefinitionNode,
): Finding[] {
  const found = (message: string): Finding[] => [
    { rule: 'bounded-lists', coordinate, subgraph: index.name, message },
  ];
  if (isListNode(field.type) && !hasAssumedSize(index, field)) {
    return found(
      `${coordinate} is a list without a bound; make it a connection, or say @listSize(assumedSize:) if it cannot grow.`,
    );
  }
  if (isConnection(index, namedType(field.type)) && !isPaged(field)) {
    return found(`${coordinate} is a connection without "first" and "after"; add both arguments.`);
  }
  return [];
}

function hasAssumedSize(index: SubgraphIndex, field: FieldDefinitionNode): boolean {
  return index
    .uses(field, 'listSize')
    .some((use) => argument(use, 'assumedSize')?.kind === Kind.INT);
}

function isConnection(index: SubgraphIndex, type: string): boolean {
  return index.field(type, 'edges') !== undefined && index.field(type, 'pageInfo') !== undefined;
}

function isPaged(field: FieldDefinitionNode): boolean {
  const names = new Set((field.arguments ?? []).map(({ name }) => name.value));
  return names.has('first') && names.has('after');
}
