import { type FieldNode, type OperationDefinitionNode, parse } from 'graphql';
import { expect, test } from 'vitest';

import { askedParts } from './asked-parts.rules.js';

function partsOf(question: string) {
  const [operation] = parse(question).definitions;
  // The texts below are operations with one field.
  const { selectionSet } = operation as OperationDefinitionNode;
  return askedParts({ fieldNodes: selectionSet.selections as readonly FieldNode[] });
}

test.each([
  ['{ o { edges { kind node { id } venue { code } } pageInfo { hasNextPage } } }', false, false],
  ['{ o { edges { cursor title { ja } } } }', false, true],
  ['{ o { edges { node { id } } totalCount { value } } }', true, false],
  ['{ o { facets { field } } }', true, false],
  ['{ o { edges { ...E } } } fragment E on Edge { kind }', false, true],
  ['{ o { ... { edges { kind } } } }', true, true],
])('%s: counted %s, copies %s', (question, isCounted, hasCopies) => {
  expect(partsOf(question)).toEqual({ isCounted, hasCopies });
});
