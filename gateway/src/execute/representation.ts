import type { Required, Rewrite } from '../plan/planner.js';
import type { SupergraphTypes } from '../supergraph/supergraph-types.js';
import { isFields, reader, type Fields } from './fields.js';
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
  const rewrite = rewritesOf(rewrites, types);
  return (entity) => {
    const name = entity['__typename'];
    if (typeof name !== 'string') return undefined;
    let writer = writers.get(name);
    if (!writer) {
      writer = entityWriter(name, membersOf(requires, name, types), types);
      writers.set(name, writer);
    }
    const text = writer(entity);
    return text === undefined || !rewrite ? text : rewritten(text, rewrite);
  };
}

interface Member {
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

const leaf: ValueWriter = (value) => (value === undefined ? undefined : JSON.stringify(value));

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
  const write: ValueWriter = (value) => {
    if (value === null) return 'null';
    if (Array.isArray(value)) return listText(value, write);
    if (!isFields(value)) return undefined;
    const name = value['__typename'];
    return writerFor(typeof name === 'string' ? name : '')(value);
  };
  return write;
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
function membersOf(requires: readonly Required[], name: string, types: SupergraphTypes): Member[] {
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
