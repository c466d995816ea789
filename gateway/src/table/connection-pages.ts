import { Kind } from 'graphql';
import { RequestRefused } from '../errors/gateway-error.js';
import { isFields } from '../execute/fields.js';
import { nameOf, type ListPath } from './found-list.js';
import type { SelectedField } from './selected-fields.js';

/** How the pages of a list follow one another. */
export interface ConnectionPages {
  /** Whether what holds the list exists. */
  isThere(data: unknown): boolean;
  /** Whether more follows a page, as its answer says; undefined where it says nothing. */
  hasMore(data: unknown): boolean | undefined;
  /** The variables that ask for what follows a page. Throws RequestRefused where the operation cannot ask for it. */
  next(data: unknown): Record<string, unknown>;
  /** Throws RequestRefused, saying what is missing, where the operation could not be asked for what follows. */
  refuseUnlessWalkable(): void;
}

/** How the pages of a list follow one another, as far as the operation asks: by `pageInfo` and a variable for `after`. */
export function connectionPages(list: ListPath, root: readonly SelectedField[]): ConnectionPages {
  const connection = list.at(-2);
  const info = connection && fieldNamed(connection.below, 'pageInfo');
  const keyOf = (name: string): string | undefined => info && fieldNamed(info.below, name)?.key;
  const hasNextPage = keyOf('hasNextPage');
  const endCursor = keyOf('endCursor');
  const variable = connection && afterVariable(connection);
  const way = list.slice(0, -1).map(({ key }) => key);
  const infoOf = (data: unknown): unknown => info && at(data, [...way, info.key]);
  const isWalkable = variable !== undefined && hasNextPage !== undefined && endCursor !== undefined;
  const refuse = (): never => {
    throw notWalkable(list, root);
  };
  return {
    isThere: (data) => way.length === 0 || isFields(at(data, way)),
    hasMore(data) {
      const said = hasNextPage === undefined ? undefined : at(infoOf(data), [hasNextPage]);
      return typeof said === 'boolean' ? said : undefined;
    },
    next(data) {
      if (!isWalkable) return refuse();
      return { [variable]: at(infoOf(data), [endCursor]) ?? null };
    },
    refuseUnlessWalkable() {
      if (!isWalkable) refuse();
    },
  };
}

/** What stands at a path of response keys. */
export function at(data: unknown, path: readonly string[]): unknown {
  let value = data;
  for (const key of path) {
    value = isFields(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return value;
}

function fieldNamed(fields: readonly SelectedField[], name: string): SelectedField | undefined {
  return fields.find(({ node, lists }) => node.name.value === name && lists === 0);
}

function afterVariable({ node }: SelectedField): string | undefined {
  const given = node.arguments?.find(({ name }) => name.value === 'after')?.value;
  return given?.kind === Kind.VARIABLE ? given.name.value : undefined;
}

function notWalkable(list: ListPath, root: readonly SelectedField[]): RequestRefused {
  const owner = list.length > 1 ? nameOf(list.slice(0, -1)) : nameOf(list);
  const isRootOnly = root.some(({ key }) => key === nameOf(list));
  return new RequestRefused(
    'BAD_USER_INPUT',
    isRootOnly
      ? `"${owner}" is no connection and has no pages; ask without \`pages=all\`.`
      : `All pages of "${owner}" can only be had when the operation passes a variable as its argument \`after\` and asks it for \`pageInfo { hasNextPage endCursor }\`.`,
  );
}
