import type { PathSegment } from '../plan/planner.js';
import type { SupergraphTypes } from '../supergraph/supergraph-types.js';
import { isFields, nestedLists, reader, type Fields, type Path } from './fields.js';

/** Visits every object at the end of a path; `path`, when given, holds the place of the object visited. */
export type Walk = (value: unknown, visit: (fields: Fields) => void, path?: Path) => void;

type Stop =
  | { kind: 'each' }
  | { kind: 'field'; field: string; read: (fields: Fields) => unknown }
  | { kind: 'types'; names: ReadonlySet<string> };

/** Compiles the path of a plan step; lists on the way are entered whether the path says so or not. */
export function walkOf(segments: readonly PathSegment[], types: SupergraphTypes): Walk {
  const stops = segments.map((segment) => stopOf(segment, types));
  return (value, visit, path) => new Walking(stops, visit, path).from(value, 0, nestedLists);
}

function stopOf(segment: PathSegment, types: SupergraphTypes): Stop {
  if (segment === 'each') return { kind: 'each' };
  if ('field' in segment) {
    return { kind: 'field', field: segment.field, read: reader(segment.field) };
  }
  return { kind: 'types', names: types.satisfyingAny(segment.types) };
}

class Walking {
  constructor(
    private readonly stops: readonly Stop[],
    private readonly visit: (fields: Fields) => void,
    private readonly path: Path | undefined,
  ) {}

  /** Goes on from a stop; `lists` is how many lists within lists it may still enter there. */
  from(value: unknown, at: number, lists: number): void {
    const stop = this.stops[at];
    if (Array.isArray(value)) {
      if (stop?.kind === 'each') this.#items(value, at + 1, nestedLists);
      else if (lists > 0) this.#items(value, at, lists - 1);
    } else if (stop?.kind === 'each') this.from(value, at + 1, nestedLists);
    else if (isFields(value)) this.#object(value, stop, at);
  }

  #object(fields: Fields, stop: Exclude<Stop, { kind: 'each' }> | undefined, at: number): void {
    if (stop === undefined) return this.visit(fields);
    if (stop.kind === 'field') {
      this.path?.push(stop.field);
      this.from(stop.read(fields), at + 1, nestedLists);
      this.path?.pop();
      return;
    }
    const name = fields['__typename'];
    if (typeof name !== 'string' || stop.names.has(name)) this.from(fields, at + 1, nestedLists);
  }

  #items(list: readonly unknown[], at: number, lists: number): void {
    for (let index = 0; index < list.length; index++) {
      this.path?.push(index);
      this.from(list[index], at, lists);
      this.path?.pop();
    }
  }
}
