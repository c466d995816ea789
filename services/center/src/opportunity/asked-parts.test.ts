import { type FieldNode, type OperationDefinitionNode, parse } from 'graphql';
import { expect, test } from 'vitest';

import { askedParts } from './asked-parts.rules.js';

function partsOf(question: string) {
  const [operation] = parse(question).definitions;
  // The texts below are operations with one field.
  const { selectionSet } = operation as OperationDefinitionNode;
  return askedParts({ fieldNodes: selectionSet.selections as readonly FieldNode[] });
}

test.each<[string, string[]]>([
  ['{ o { edges { kind node { id } venue { code } } pageInfo { hasNextPage } } }', []],
  ['{ o { edges { cursor title { ja } } } }', ['hasCopies']],
  ['{ o { edges { node { id } } totalCount { value } } }', ['isCounted']],
  ['{ o { facets { field } } }', ['isCounted']],
  ['{ o { readings { readAt } edges { kind } } }', ['hasReadings']],
  ['{ o { readings { readAt } __typename } }', []],
  ['{ o { edges { ...E } } } fragment E on Edge { kind }', ['hasCopies']],
  ['{ o { ... { edges { kind } readings { readAt } } } }', ['hasCopies', 'isCounted']],
])('%s needs %j', (question, parts) => {
  const needed = Object.entries(partsOf(question)).filter(([, isNeeded]) => isNeeded);
  expect(needed.map(([part]) => part).toSorted()).toEqual(parts);
});
