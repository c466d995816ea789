import { type DocumentNode, Kind, OperationTypeNode, parse } from 'graphql';

import { type CommittedDocument, committedDocuments } from '../../src/graph/document-folders.js';
import type { Asking } from './anybody.js';

/** When a department was read last, which differs from one moment to the next. */
const moments = /"(readAt|isBehind|behind)":("[^"]*"|\w+)/g;

/** What every committed question tells that comes with all that it needs, by the name of its document. */
export async function everyDocument(
  asking: Asking,
  folder: 'public' | 'department',
): Promise<Map<string, string>> {
  const told = new Map<string, string>();
  for (const { name, text, variables } of committedDocuments(folder).filter(isWholeQuestion)) {
    const data = JSON.stringify(await asking.ask(text, variables));
    told.set(name, data.replaceAll(moments, ''));
  }
  return told;
}

function isWholeQuestion({ text, variables }: CommittedDocument): boolean {
  return operationsOf(parse(text)).every(
    ({ operation, variableDefinitions = [] }) =>
      operation === OperationTypeNode.QUERY &&
      variableDefinitions.every(
        ({ type, defaultValue, variable }) =>
          type.kind !== Kind.NON_NULL_TYPE || defaultValue || variable.name.value in variables,
      ),
  );
}

const operationsOf = ({ definitions }: DocumentNode) =>
  definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
