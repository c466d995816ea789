import { type Told, isList, isObject } from './told.js';

/** Values of one row by the place from which they come, e.g. `course.venue.name.ja`. */
export type FlatRow = Readonly<Record<string, string | number | boolean>>;

/** Items of an inner list that are named in one cell; the rest are counted. */
const named = 10;

/**
 * The rows that an answer makes when each item of one list is a row: its own values, and those of what it stands in
 * beside it. Lists that are not rows become one text. What holds nothing of that list keeps one row of its own.
 */
export function rowsOf(data: Told, path: readonly string[]): FlatRow[] {
  return expand(data, { path: '', rest: path }).filter((row) => Object.keys(row).length > 0);
}

interface Place {
  readonly path: string;
  /** Keys that still lead to the rows. */
  readonly rest: readonly string[];
}

function expand(value: Told, { path, rest }: Place): FlatRow[] {
  if (isList(value)) return value.flatMap((item) => expand(item, { path, rest }));
  if (!isObject(value)) return [];
  const [next, ...others] = rest;
  // What is told of a whole list (its count, its pages) is no property of its rows.
  const isFrame = next !== undefined && (path === '' || next === 'edges');
  const own = isFrame ? {} : flat(value, path, next);
  if (next === undefined) return [own];
  const inner = expand(value[next], { path: path ? `${path}.${next}` : next, rest: others });
  return inner.length > 0 ? inner.map((row) => Object.assign({}, own, row)) : [own];
}

function flat(
  value: { readonly [key: string]: Told },
  path: string,
  except: string | undefined,
): FlatRow {
  const cells: Record<string, string | number | boolean> = {};
  for (const [key, child] of Object.entries(value)) {
    if (key === except) continue;
    const place = path ? `${path}.${key}` : key;
    if (isList(child)) {
      if (child.length > 0) cells[place] = listText(child);
    } else if (isObject(child)) {
      Object.assign(cells, flat(child, place, undefined));
    } else if (child !== null && child !== undefined) {
      cells[place] = child;
    }
  }
  return cells;
}

function listText(items: readonly Told[]): string {
  const texts = items.slice(0, named).map(textOf).filter(Boolean);
  const rest = items.length - named;
  return texts.join('、') + (rest > 0 ? ` …（+${rest}）` : '');
}

/** Fields by which people know a thing, the best first. */
const names = ['title', 'name', 'label', 'text', 'ja', 'value', 'node'] as const;

/** A few words for a thing: its name, or else the first thing that it says. */
function textOf(value: Told): string {
  if (isList(value)) return listText(value);
  if (!isObject(value)) return value === null || value === undefined ? '' : String(value);
  const known = names.map((name) => value[name]).find((found) => found != null);
  return textOf(known ?? Object.values(value).find((found) => found != null));
}
