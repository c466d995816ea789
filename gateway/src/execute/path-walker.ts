import type { PathSegment } from '../plan/planner.js';
import type { SupergraphTypes } from '../supergraph/supergraph-types.js';
import { isFields, nestedLists, reader, type Fields, type Path } from './fields.js';

/** Visits every object at the end of a path; `path`, when given, holds the place of the object visited. */
export type Walk = (value: unknown, visit: (fields: Fields) => void, path?: Path) => void;

/** Compiles the path of a plan step; lists on the way are entered whether the path says so or not. */
export function walkOf(segments: readonly PathSegment[], types: SupergraphTypes): Walk {
  const [segment, ...rest] = segments;
  if (segment === undefined) return overItems((fields, visit) => visit(fields));
  const next = walkOf(rest, types);
  if (segment === 'each') return overList(next);
  if ('field' in segment) {
    const { field } = segment;
    const read = reader(field);
    return overItems((fields, visit, path) => {
      path?.push(field);
      next(read(fields), visit, path);
      path?.pop();
    });
  }
  const names = types.satisfyingAny(segment.types);
  return overItems((fields, visit, path) => {
    const name = fields['__typename'];
    if (typeof name !== 'string' || names.has(name)) next(fields, visit, path);
  });
}

function overList(next: Walk): Walk {
  return (value, visit, path) => {
    if (!Array.isArray(value)) return next(value, visit, path);
    for (let index = 0; index < value.length; index++) {
      path?.push(index);
      next(value[index], visit, path);
      path?.pop();
    }
  };
}

function overItems(
  each: (fields: Fields, visit: (fields: Fields) => void, path?: Path) => void,
  lists: number = nestedLists,
): Walk {
  const items: Walk = lists > 0 ? overList(overItems(each, lists - 1)) : () => undefined;
  return (value, visit, path) => {
    if (Array.isArray(value)) items(value, visit, path);
    else if (isFields(value)) each(value, visit, path);
  };
}
