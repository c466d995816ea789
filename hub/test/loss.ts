import { isDeepStrictEqual } from 'node:util';

import { fieldOfKey } from './supergraph.js';

/** What two answers to one question differ in. Objects must tell their `__typename`. */
export interface Loss {
  /** Fields, as `Type.field`, that had a value and are null now. */
  readonly lost: ReadonlySet<string>;
  /** Fields that kept a value. */
  readonly kept: ReadonlySet<string>;
  /** Places where a value became another value. */
  readonly changed: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Compares an answer with the one before; fields whose value follows the clock are named as `Type.field`. */
export function lossOf(before: Fields, after: Fields, byClock: ReadonlySet<string>): Loss {
  const lost = new Set<string>();
  const kept = new Set<string>();
  const changed: string[] = [];

  const compare = (place: string, was: unknown, is: unknown): void => {
    if (byClock.has(place)) return;
    if (was !== null && is === null) return void lost.add(place);
    if (isFields(was) && isFields(is)) return fields(was, is);
    if (Array.isArray(was) && Array.isArray(is) && was.length === is.length) {
      return was.forEach((item, position) => compare(place, item, is[position]));
    }
    if (!isDeepStrictEqual(was, is)) changed.push(place);
  };

  const fields = (was: Fields, is: Fields): void => {
    // Nobody told of which type it is: what was asked of its type is not there, and nothing else may differ.
    const isVague = is['__typename'] !== was['__typename'];
    if (isVague) lost.add(`${String(is['__typename'])}.__typename`);
    for (const [name, value] of Object.entries(was)) {
      const type = typeof was['__typename'] === 'string' ? was['__typename'] : 'Query';
      const place = `${type}.${fieldOfKey(name)}`;
      if (isVague && (name === '__typename' || !Object.hasOwn(is, name))) continue;
      if (value !== null && is[name] !== null) kept.add(place);
      compare(place, value, is[name]);
    }
  };

  fields(before, after);
  return { lost, kept, changed };
}
