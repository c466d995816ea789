import type { SupergraphTypes } from '../supergraph/supergraph-types.js';
import { isFields, write, type Fields } from './fields.js';

/**
 * Merges one answer about an object into what is known of it: objects and lists of one length join
 * member by member, a later value replaces an earlier one, null replaces nothing, and a concrete
 * `__typename` is never replaced by the name of an interface.
 */
export function mergeInto(target: Fields, source: Fields, types: SupergraphTypes): void {
  for (const key of Object.keys(source)) {
    const next = source[key];
    const known = Object.hasOwn(target, key) ? target[key] : undefined;
    if (known === undefined) write(target, key, next);
    else if (next !== null) write(target, key, joined(key, [known, next], types));
  }
}

function joined(key: string, [known, next]: [unknown, unknown], types: SupergraphTypes): unknown {
  if (key === '__typename') return types.isConcrete(String(next)) ? next : known;
  if (isFields(known) && isFields(next)) {
    mergeInto(known, next, types);
    return known;
  }
  if (Array.isArray(known) && Array.isArray(next) && known.length === next.length) {
    return known.map((item, index) => joined('', [item, next[index]], types));
  }
  return next ?? known;
}
