import { argumentNeeds, kinds, needs, shapes } from './town-rules.js';
import { roots, truthOf } from './town-truth.js';
import type { Plain } from './town-data.js';

/** A field that is asked for, or fields that are asked for of one kind of thing. */
export type Asked = AskedField | { on: string; named?: string; of: readonly Asked[] };

interface AskedField {
  field: string;
  as?: string;
  given?: Readonly<Record<string, string>>;
  of?: readonly Asked[];
}

/** A question to the town. */
export interface Question {
  kind?: 'query' | 'mutation';
  ask: readonly Asked[];
}

/** A refusal at a place of the answer. */
export interface Refused {
  path: readonly (string | number)[];
  code: string;
}

/** What has to be answered. */
export interface Expected {
  data: unknown;
  refused: readonly Refused[];
  /** Places that became null because of what is below them. */
  emptied: readonly (readonly (string | number)[])[];
}

type Path = readonly (string | number)[];

/** Thrown where a value may not be null and is, up to the nearest place that may. */
const nothing = Symbol('nothing');

/** Stands for a thing of a kind that the caller may not see. */
const refusal = Symbol('refusal');

/** Answers a question for a caller who has some letters, by the tables alone. */
export function expectedOf(question: Question, letters: string): Expected {
  const oracle = new Oracle(letters);
  const root = { __typename: question.kind === 'mutation' ? 'Mutation' : 'Query' };
  const data = oracle.fieldsOf(root, question.ask, []);
  if (data === nothing) oracle.emptied.push([]);
  const { refused, emptied } = oracle;
  return { data: data === nothing ? null : data, refused, emptied };
}

interface Place {
  shape: string;
  asked: readonly Asked[] | undefined;
  path: Path;
}

class Oracle {
  readonly refused: Refused[] = [];
  readonly emptied: Path[] = [];

  constructor(readonly letters: string) {}

  fieldsOf(of: Plain, asked: readonly Asked[], path: Path): unknown {
    const answer: Record<string, unknown> = {};
    let isNothing = false;
    for (const each of flat(String(of['__typename']), asked)) {
      const key = each.as ?? each.field;
      const value = this.#fieldOf(of, each, [...path, key]);
      if (value === nothing) isNothing = true;
      else answer[key] = merged(answer[key], value);
    }
    return isNothing ? nothing : answer;
  }

  #fieldOf(of: Plain, asked: AskedField, path: Path): unknown {
    const kind = String(of['__typename']);
    if (asked.field === '__typename') return kind;
    const coordinate = `${kind}.${asked.field}`;
    const shape = shapes[coordinate] ?? '';
    const given = Object.keys(asked.given ?? {});
    const isRefused =
      this.#lacks(needs[coordinate]) ||
      given.some((name) => this.#lacks(argumentNeeds[`${coordinate}.${name}`]));
    if (isRefused) return this.#refuse(path, shape);
    const isRoot = kind === 'Query' || kind === 'Mutation';
    const truth = isRoot ? roots[asked.field] : truthOf(of, asked.field);
    return this.#shaped(truth, { shape, asked: asked.of, path });
  }

  #shaped(truth: unknown, { shape, asked, path }: Place): unknown {
    const isStrict = shape.endsWith('!');
    const open = isStrict ? shape.slice(0, -1) : shape;
    if (!open.startsWith('[') && !asked) return truth;
    const value = open.startsWith('[')
      ? this.#listed(truth, { shape: open.slice(1, -1), asked, path })
      : // What is asked into is a thing with a kind.
        this.#thing(truth as Plain, asked ?? [], path);
    if (value === refusal) return this.#refuse(path, shape);
    if (value !== nothing) return value;
    if (!isStrict) this.emptied.push(path);
    return isStrict ? nothing : null;
  }

  #listed(truth: unknown, { shape, asked, path }: Place): unknown {
    // The table of shapes says that it is a list.
    const items = (truth as unknown[]).map((each, index) =>
      this.#shaped(each, { shape, asked, path: [...path, index] }),
    );
    return items.includes(nothing) ? nothing : items;
  }

  #thing(thing: Plain, asked: readonly Asked[], path: Path): unknown {
    if (this.#lacks(needs[String(thing['__typename'])])) return refusal;
    return this.fieldsOf(thing, asked, path);
  }

  #refuse(path: Path, shape: string): unknown {
    this.refused.push({ path, code: this.letters === '' ? 'UNAUTHENTICATED' : 'FORBIDDEN' });
    return shape.endsWith('!') ? nothing : null;
  }

  #lacks(needed: string | undefined): boolean {
    return [...(needed ?? '')].some((letter) => !this.letters.includes(letter));
  }
}

/** The fields asked of one kind of thing, those of one key joined. */
function flat(kind: string, asked: readonly Asked[]): AskedField[] {
  return asked.flatMap((each) => {
    if ('field' in each) return [each];
    const isOf = each.on === kind || kinds[each.on]?.includes(kind);
    return isOf ? flat(kind, each.of) : [];
  });
}

/** Two answers at one key are parts of one. */
function merged(one: unknown, other: unknown): unknown {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.map((item, index) => merged(item, other[index]));
  }
  const areFields = [one, other].every((each) => typeof each === 'object' && each !== null);
  return areFields ? { ...(one as object), ...(other as object) } : other;
}

/** Writes a question as GraphQL. */
export function written({ kind = 'query', ask }: Question): string {
  const fragments: string[] = [];
  const set = (asked: readonly Asked[]): string => `{ ${asked.map(one).join(' ')} }`;
  const one = (asked: Asked): string => {
    if ('field' in asked) {
      const alias = asked.as === undefined ? '' : `${asked.as}: `;
      const given = Object.entries(asked.given ?? {}).map(([name, value]) => `${name}: ${value}`);
      const call = given.length > 0 ? `(${given.join(', ')})` : '';
      return `${alias}${asked.field}${call} ${asked.of ? set(asked.of) : ''}`;
    }
    if (asked.named === undefined) return `... on ${asked.on} ${set(asked.of)}`;
    fragments.push(`fragment ${asked.named} on ${asked.on} ${set(asked.of)}`);
    return `...${asked.named}`;
  };
  const operation = `${kind} ${set(ask)}`;
  return [operation, ...new Set(fragments)].join('\n');
}
