import type { Rewrite } from '../plan/planner.js';
import type { SupergraphTypes } from '../supergraph/supergraph-types.js';
import { isFields, nestedLists, write, type Fields } from './fields.js';

/** Changes a value in place as a plan asks for. */
export type Apply = (value: unknown) => void;

/** Compiles the rewrites of one plan step into one function, or undefined where there are none. */
export function rewritesOf(
  rewrites: readonly Rewrite[],
  types: SupergraphTypes,
): Apply | undefined {
  if (rewrites.length === 0) return undefined;
  const steps = rewrites.map((rewrite) => stepOf(rewrite.path, rewrite.change, types));
  return (value) => {
    for (const step of steps) step(value);
  };
}

function stepOf(path: Rewrite['path'], change: Rewrite['change'], types: SupergraphTypes): Apply {
  const [segment, ...rest] = path;
  if (segment === undefined) return () => undefined;
  if (typeof segment !== 'string') {
    const names = types.satisfyingAny(segment.types);
    const next = stepOf(rest, change, types);
    return overItems((fields) => {
      const name = fields['__typename'];
      if (typeof name !== 'string' || names.has(name)) next(fields);
    });
  }
  if (rest.length > 0) {
    const next = stepOf(rest, change, types);
    return overItems((fields) => next(fields[segment]));
  }
  return overItems((fields) => changed(fields, segment, change));
}

function changed(fields: Fields, key: string, change: Rewrite['change']): void {
  if ('setTo' in change) {
    write(fields, key, change.setTo);
  } else if (Object.hasOwn(fields, key)) {
    write(fields, change.renameTo, fields[key]);
    delete fields[key];
  }
}

function overItems(each: (fields: Fields) => void, lists: number = nestedLists): Apply {
  const items: Apply = lists > 0 ? overItems(each, lists - 1) : () => undefined;
  return (value) => {
    if (Array.isArray(value)) value.forEach(items);
    else if (isFields(value)) each(value);
  };
}
