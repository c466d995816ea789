import type { Required } from '../plan/planner.js';
import type { SupergraphTypes } from '../supergraph/supergraph-types.js';
import { reader, type Fields } from './fields.js';
import type { Represent } from './representation.js';

/** What speaks for some objects of one run that are the same to the subgraph asked. */
export interface Representative {
  /** One of the objects. */
  readonly first: Fields;
  readonly text: string;
  /** Its position among what is sent; undefined when nothing has to be, because it was kept. */
  readonly position: number | undefined;
  /** What was kept of it; null for "does not exist". */
  readonly kept: Fields | null | undefined;
}

type Read = (fields: Fields) => unknown;
type Level = Map<unknown, unknown>;

/** The fields that decide about the representation of objects of one type; undefined where one is no plain value. */
type Deciding = (typeName: string) => readonly Read[] | undefined;

/** Compiles which fields tell the representations of a fetch apart; `keys` are compared too. */
export function decidingOf(
  requires: readonly Required[],
  keys: ReadonlySet<string>,
  types: SupergraphTypes,
): Deciding {
  const known = new Map<string, readonly Read[] | undefined>();
  return (typeName) => {
    if (!known.has(typeName)) {
      const names = new Set(keys);
      const isPlain = collect(requires, names, (type) => types.satisfying(type).has(typeName));
      known.set(typeName, isPlain ? [...names].map(reader) : undefined);
    }
    return known.get(typeName);
  };
}

function collect(
  requires: readonly Required[],
  names: Set<string>,
  fits: (type: string) => boolean,
): boolean {
  return requires.every((selection) => {
    if (selection.kind === 'fragment') {
      return !fits(selection.type) || collect(selection.selections, names, fits);
    }
    names.add(selection.read);
    return selection.selections === undefined;
  });
}

/**
 * Finds what speaks for each object of one run. Objects whose deciding fields are the same share it, and its
 * text is written once: most objects of an answer stand there many times.
 */
export class Represented {
  /** Every representative, in the order in which they were found. */
  readonly all: Representative[] = [];
  readonly #levels = new Map<string, Level>();

  constructor(
    private readonly compiled: { represent: Represent; deciding: Deciding },
    private readonly admit: (first: Fields, text: string) => Representative,
  ) {}

  /** What speaks for an object; undefined when nothing can. */
  of(fields: Fields): Representative | undefined {
    const name = fields['__typename'];
    if (typeof name !== 'string') return undefined;
    const reads = this.compiled.deciding(name);
    const [first, ...others] = reads ?? [];
    if (!first) return this.#made(fields);
    let level = this.#levels.get(name);
    if (!level) this.#levels.set(name, (level = new Map()));
    let value = first(fields);
    for (const read of others) {
      if (!isPlain(value)) return this.#made(fields);
      level = deeper(level, value);
      value = read(fields);
    }
    if (!isPlain(value)) return this.#made(fields);
    // The last level holds nothing else.
    let found = level.get(value) as Representative | null | undefined;
    if (found === undefined) level.set(value, (found = this.#made(fields) ?? null));
    return found ?? undefined;
  }

  #made(fields: Fields): Representative | undefined {
    const text = this.compiled.represent(fields);
    if (text === undefined) return undefined;
    const made = this.admit(fields, text);
    this.all.push(made);
    return made;
  }
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

function deeper(level: Level, value: unknown): Level {
  // Every level but the last holds levels.
  let next = level.get(value) as Level | undefined;
  if (!next) level.set(value, (next = new Map()));
  return next;
}
