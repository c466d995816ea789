import type { SupergraphTypes } from '../supergraph/supergraph-types.js';
import { isFields, nestedLists, write, type Fields } from './fields.js';
import type { Shape } from './shape.js';

/**
 * Merges one answer about an object into what is known of it, and only what was asked: objects and lists
 * of one length join member by member, a later value replaces an earlier one, null replaces nothing, and
 * a concrete `__typename` is never replaced by the name of an interface.
 */
export function mergeInto(
  target: Fields,
  source: Fields,
  by: { shape: Shape; types: SupergraphTypes },
): void {
  for (const { key, read, below } of by.shape.members) {
    const next = read(source);
    if (next === undefined) continue;
    const known = read(target);
    if (known === next) continue;
    if (known === undefined) write(target, key, next);
    else if (key === '__typename') {
      if (typeof next === 'string' && by.types.isConcrete(next)) write(target, key, next);
    } else if (next !== null) {
      write(target, key, below ? joined([known, next], { shape: below, types: by.types }) : next);
    }
  }
}

function joined(
  [known, next]: [unknown, unknown],
  by: { shape: Shape; types: SupergraphTypes },
  lists: number = nestedLists,
): unknown {
  if (Array.isArray(known) && Array.isArray(next) && known.length === next.length) {
    if (lists === 0) return next;
    return known.map((item, index) => joined([item, next[index]], by, lists - 1));
  }
  if (!isFields(known) || !isFields(next)) return next ?? known;
  mergeInto(known, next, by);
  return known;
}
