import {
  Kind,
  parse,
  print,
  validate,
  visit,
  type ASTNode,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLSchema,
  type SelectionNode,
} from 'graphql';
import type { Operation } from './write-operation.js';

/** Documents that are tried at most. */
const triesAtMost = 3000;

/**
 * Makes a failing operation smaller, one selection, argument, directive, alias or fragment at a time, as
 * long as it stays valid and keeps failing.
 */
export async function shrunk(
  schema: GraphQLSchema,
  operation: Operation,
  fails: (operation: Operation) => Promise<boolean>,
): Promise<Operation> {
  let document = parse(operation.query, { noLocation: true });
  let tries = 0;
  let isSmaller = true;
  while (isSmaller && tries < triesAtMost) {
    isSmaller = false;
    for (let index = 0; tries < triesAtMost; tries++) {
      const edited = edit(document, index);
      if (!edited) break;
      const next = tidied(edited);
      const isValid = validate(schema, next, undefined, { maxErrors: 1 }).length === 0;
      if (isValid && (await fails({ ...operation, query: print(next) }))) {
        document = next;
        isSmaller = true;
      } else {
        index++;
      }
    }
  }
  return { ...operation, query: print(document) };
}

/** The document with one thing less, the one with this number; undefined when there are not so many. */
function edit(document: DocumentNode, wanted: number): DocumentNode | undefined {
  let number = 0;
  let isDone = false;
  const isTurn = (): boolean => !isDone && number++ === wanted && (isDone = true);
  const edited = visit(document, {
    enter(node: ASTNode) {
      if (isDone) return undefined;
      if (node.kind === Kind.SELECTION_SET) {
        const { selections } = node;
        for (const [index, selection] of selections.entries()) {
          if (selections.length > 1 && isTurn()) {
            return { ...node, selections: selections.toSpliced(index, 1) };
          }
          const inner = unfolded(selection, document);
          if (inner && isTurn()) {
            return { ...node, selections: selections.toSpliced(index, 1, ...inner) };
          }
        }
      }
      if (node.kind === Kind.FIELD) {
        if (node.alias && isTurn()) return { ...node, alias: undefined };
        for (const index of (node.arguments ?? []).keys()) {
          if (isTurn()) return { ...node, arguments: node.arguments?.toSpliced(index, 1) };
        }
      }
      if ('directives' in node && node.directives && node.directives.length > 0 && isTurn()) {
        return { ...node, directives: [] };
      }
      return undefined;
    },
  });
  return isDone ? edited : undefined;
}

function unfolded(
  selection: SelectionNode,
  { definitions }: DocumentNode,
): readonly SelectionNode[] | undefined {
  if (selection.kind === Kind.FIELD) return undefined;
  if (selection.kind === Kind.INLINE_FRAGMENT) return selection.selectionSet.selections;
  const fragment = definitions.find(
    (node) => node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === selection.name.value,
  );
  if (fragment?.kind !== Kind.FRAGMENT_DEFINITION) return undefined;
  const { typeCondition, selectionSet } = fragment;
  return [{ kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet }];
}

/** Leaves out fragments and variables that nothing uses any more. */
function tidied(document: DocumentNode): DocumentNode {
  let current = document;
  for (;;) {
    const text = current.definitions.map((node) => print(node)).join('\n');
    const definitions = current.definitions
      .filter(
        (node) =>
          node.kind !== Kind.FRAGMENT_DEFINITION ||
          new RegExp(`\\.\\.\\.${node.name.value}\\b`).test(text),
      )
      .map((node): DefinitionNode => {
        if (node.kind !== Kind.OPERATION_DEFINITION || !node.variableDefinitions) return node;
        const body = text.replaceAll(/\$\w+:/g, '');
        const variableDefinitions = node.variableDefinitions.filter(({ variable }) =>
          new RegExp(`\\$${variable.name.value}\\b`).test(body),
        );
        return Object.assign({}, node, { variableDefinitions });
      });
    if (definitions.length === current.definitions.length)
      return { kind: Kind.DOCUMENT, definitions };
    current = { kind: Kind.DOCUMENT, definitions };
  }
}
