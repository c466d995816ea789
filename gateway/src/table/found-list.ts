import { RequestRefused } from '../errors/gateway-error.js';
import type { SelectedField } from './selected-fields.js';

/** A list of an operation: the way to it from the root, itself last. */
export type ListPath = readonly SelectedField[];

/**
 * The list that a table is made of: the one that is named, or the only one that stands in no other. Throws
 * RequestRefused, naming those there are, where that is none or more than one.
 */
export function foundList(fields: readonly SelectedField[], asked: string | undefined): ListPath {
  const lists = outermostLists(fields);
  if (asked === undefined) {
    const [only, ...others] = lists;
    if (only && others.length === 0) return only;
    throw refused(
      only ? 'The operation asks for several lists' : 'The operation asks for no list',
      lists,
    );
  }
  const found =
    lists.find((path) => nameOf(path) === asked) ??
    lists.find((path) => isConnectionItems(path.at(-1)) && nameOf(path.slice(0, -1)) === asked);
  if (found) return found;
  throw refused(`The operation asks for no list "${asked}" that stands in no other list`, lists);
}

/** The path of a list in response keys. */
export function nameOf(path: ListPath): string {
  return path.map(({ key }) => key).join('.');
}

function isConnectionItems(field: SelectedField | undefined): boolean {
  return field?.node.name.value === 'edges' || field?.node.name.value === 'nodes';
}

/** The lists of an operation that stand in no other. */
export function outermostLists(fields: readonly SelectedField[], above: ListPath = []): ListPath[] {
  return fields.flatMap((field) => {
    const path = [...above, field];
    return field.lists > 0 ? [path] : outermostLists(field.below, path);
  });
}

function refused(what: string, lists: readonly ListPath[]): RequestRefused {
  const names = lists.map(nameOf);
  const remedy =
    names.length === 0
      ? 'a table needs one.'
      : `say which one becomes the table: ${names.map((name) => `list=${name}`).join(', ')}.`;
  const message = `${what}; ${remedy}`;
  const extensions = { code: 'BAD_USER_INPUT', lists: names } as const;
  return new RequestRefused('BAD_USER_INPUT', [{ message, extensions }]);
}
