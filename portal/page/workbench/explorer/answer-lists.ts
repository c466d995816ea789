import { type Told, isList, isObject } from './told.js';

/** A list of an answer whose items can be the rows of a table. */
export interface AnswerList {
  /** Response keys that lead to it, lists on the way included without numbers. */
  readonly path: readonly string[];
  /** Items of all lists at that place together. */
  readonly count: number;
}

/** The lists of an answer that hold objects, the outermost first, each before those within it. */
export function listsIn(data: Told): AnswerList[] {
  const counts = new Map<string, number>();
  const walk = (value: Told, path: string): void => {
    if (isList(value)) {
      const items = value.filter(isObject);
      if (items.length > 0) counts.set(path, (counts.get(path) ?? 0) + items.length);
      for (const item of items) walk(item, path);
    } else if (isObject(value)) {
      for (const [key, child] of Object.entries(value)) walk(child, path ? `${path}.${key}` : key);
    }
  };
  walk(data, '');
  return [...counts]
    .map(([path, count]) => ({ path: path.split('.'), count }))
    .toSorted((one, other) => one.path.length - other.path.length);
}

/** The list that is most likely meant: a list of results before facets and other lists, else the longest. */
export function likeliestList(lists: readonly AnswerList[]): AnswerList | undefined {
  const results = lists.find(({ path }) => path.at(-1) === 'edges');
  return results ?? lists.toSorted((one, other) => other.count - one.count)[0];
}
