import type { Required, Rewrite } from '../plan/planner.js';
import type { SupergraphTypes } from '../supergraph/supergraph-types.js';
import { isFields, nestedLists, reader, type Fields } from './fields.js';
import { rewritesOf } from './rewrite.js';

/**
 * Writes the JSON text that represents an entity to a subgraph. Undefined when the entity cannot be
 * represented: its type is not asked for, every key is null, or something required never arrived.
 */
export type Represent = (entity: Fields) => string | undefined;

/** Compiles what a fetch requires; one writer per concrete type, made when the type is first met. */
export function representOf(
  requires: readonly Required[],
  rewrites: readonly Rewrite[],
  types: SupergraphTypes,
): Represent {
  const writers = new Map<string, Represent>();
  return (entity) => {
    const name = entity['__typename'];
    if (typeof name !== 'string') return undefined;
    let writer = writers.get(name);
    if (!writer) {
      writer = writerOf(name, { requires, rewrites }, types);
      writers.set(name, writer);
    }
    return writer(entity);
  };
}

interface Speaking {
  requires: readonly Required[];
  rewrites: readonly Rewrite[];
}

/**
 * One fetch may ask for different things of an object and of the interface it implements, each by a key of
 * its own. What an object has nothing of was never asked of it, and is left out of what speaks for it.
 */
function writerOf(
  name: string,
  { requires, rewrites }: Speaking,
  types: SupergraphTypes,
): Represent {
  const whole = rewritingWriter(name, { requires, rewrites }, types);
  const parts = requires.flatMap((selection) => {
    const members = membersOf([selection], name, types).filter(
      ({ write }) => write !== '__typename',
    );
    return members.length > 0
      ? [{ selection, reads: members.map(({ read }) => reader(read)) }]
      : [];
  });
  if (parts.length < 2) return whole;
  const known = new Map<string, Represent>();
  return (entity) => {
    const text = whole(entity);
    if (text !== undefined) return text;
    const begun = parts.filter(({ reads }) => reads.some((read) => read(entity) !== undefined));
    if (begun.length === parts.length) return undefined;
    const key = begun.map((part) => parts.indexOf(part)).join();
    let writer = known.get(key);
    if (!writer) {
      const selections = begun.map(({ selection }) => selection);
      const left = rewrites.filter((rewrite) => !isNameOfOther(rewrite, selections));
      writer = rewritingWriter(name, { requires: selections, rewrites: left }, types);
      known.set(key, writer);
    }
    return writer(entity);
  };
}

/** True when a rewrite gives an entity the name of a type that nothing is required of here. */
function isNameOfOther({ path, change }: Rewrite, requires: readonly Required[]): boolean {
  if (path.at(-1) !== '__typename' || !('setTo' in change)) return false;
  return !requires.some((each) => each.kind === 'fragment' && each.type === change.setTo);
}

function rewritingWriter(
  name: string,
  { requires, rewrites }: Speaking,
  types: SupergraphTypes,
): Represent {
  const writer = entityWriter(name, membersOf(requires, name, types), types);
  const rewrite = rewritesOf(rewrites, types);
  if (!rewrite) return writer;
  return (entity) => {
    const text = writer(entity);
    return text === undefined ? text : rewritten(text, rewrite);
  };
}

/** One member of what represents an entity. */
export interface Member {
  read: string;
  write: string;
  selections: Required[] | undefined;
}

type ValueWriter = (value: unknown) => string | undefined;

function entityWriter(name: string, members: Member[], types: SupergraphTypes): Represent {
  const head = `{"__typename":${JSON.stringify(name)}`;
  const writers = members
    .filter((member) => member.write !== '__typename')
    .map((member) => memberWriter(member, types));
  return (entity) => {
    let text = head;
    let known = false;
    for (const { prefix, read, value } of writers) {
      const member = value(read(entity));
      if (member === undefined) return undefined;
      known ||= member !== 'null';
      text += prefix + member;
    }
    return known ? `${text}}` : undefined;
  };
}

function memberWriter(member: Member, types: SupergraphTypes) {
  return {
    prefix: `,${JSON.stringify(member.write)}:`,
    read: reader(member.read),
    value: member.selections ? nestedWriter(member.selections, types) : leaf,
  };
}

const leaf: ValueWriter = (value) => {
  try {
    return value === undefined ? undefined : JSON.stringify(value);
  } catch {
    // Nothing that JSON could hold, or nested too deeply: nobody can be told it.
    return undefined;
  }
};

function nestedWriter(selections: readonly Required[], types: SupergraphTypes): ValueWriter {
  const writers = new Map<string, ValueWriter>();
  const writerFor = (name: string): ValueWriter => {
    let writer = writers.get(name);
    if (!writer) {
      writer = objectWriter(membersOf(selections, name, types), types);
      writers.set(name, writer);
    }
    return writer;
  };
  const write = (value: unknown, lists: number): string | undefined => {
    if (value === null) return 'null';
    if (Array.isArray(value)) {
      return lists > 0 ? listText(value, (item) => write(item, lists - 1)) : undefined;
    }
    if (!isFields(value)) return undefined;
    const name = value['__typename'];
    return writerFor(typeof name === 'string' ? name : '')(value);
  };
  return (value) => write(value, nestedLists);
}

function listText(items: readonly unknown[], write: ValueWriter): string | undefined {
  const texts: string[] = [];
  for (const item of items) {
    const text = write(item);
    if (text === undefined) return undefined;
    texts.push(text);
  }
  return `[${texts.join(',')}]`;
}

function objectWriter(members: Member[], types: SupergraphTypes): ValueWriter {
  const writers = members.map((member) => memberWriter(member, types));
  return (value) => {
    if (!isFields(value)) return undefined;
    let text = '';
    for (const { prefix, read, value: write } of writers) {
      const member = write(read(value));
      if (member === undefined) return undefined;
      text += prefix + member;
    }
    return `{${text.slice(1)}}`;
  };
}

/** The members required of an object of one type, those of several fragments joined. */
export function membersOf(
  requires: readonly Required[],
  name: string,
  types: SupergraphTypes,
): Member[] {
  const members = new Map<string, Member>();
  const collect = (selections: readonly Required[]): void => {
    for (const selection of selections) {
      if (selection.kind === 'fragment') {
        if (name === '' || types.satisfying(selection.type).has(name)) {
          collect(selection.selections);
        }
        continue;
      }
      const member = members.get(selection.write);
      if (member?.selections) member.selections.push(...(selection.selections ?? []));
      else members.set(selection.write, memberOf(selection));
    }
  };
  collect(requires);
  return [...members.values()];
}

function memberOf(selection: Extract<Required, { kind: 'field' }>): Member {
  return {
    read: selection.read,
    write: selection.write,
    selections: selection.selections && [...selection.selections],
  };
}

function rewritten(text: string, rewrite: (value: unknown) => void): string {
  const value: unknown = JSON.parse(text);
  rewrite(value);
  return JSON.stringify(value);
}
