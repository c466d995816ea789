import {
  getNullableType,
  isEnumType,
  isListType,
  isNonNullType,
  isScalarType,
  type GraphQLOutputType,
} from 'graphql';
import { OddText, type Reading } from './reading.js';

/** Goes over a value that is what its type says. Throws OddText for what would have to be looked at. */
export type ReadLeaf = (reading: Reading) => void;

const closing = 93;
const comma = 44;
const letterN = 110;
const quote = 34;
const minus = 45;
const nine = 57;

/** Compiles how leaves of a type are read, and lists of them; `object` reads what is none, and is read alike. */
export function leafReaderOf(type: GraphQLOutputType, object?: ReadLeaf): ReadLeaf {
  const present = presentReaderOf(getNullableType(type), object);
  if (isNonNullType(type)) return present;
  return (reading) => (reading.next === letterN ? reading.expect('null') : present(reading));
}

/** Reads a leaf of which only the gateway makes use. */
export const anyLeaf: ReadLeaf = (reading) => {
  const { next } = reading;
  if (next === quote) reading.string();
  else if (next === minus || (next > minus && next <= nine)) reading.number();
  else if (next === letterN) reading.expect('null');
  else boolean(reading);
};

function skipList(reading: Reading, item: ReadLeaf): void {
  reading.expect('[');
  if (reading.next === closing) {
    reading.at += 1;
    return;
  }
  for (;;) {
    item(reading);
    const { next } = reading;
    reading.at += 1;
    if (next === closing) return;
    if (next !== comma) throw new OddText();
  }
}

/** Reads the items of a list. */
export function readList<Item>(reading: Reading, item: (reading: Reading) => Item): Item[] {
  reading.expect('[');
  const items: Item[] = [];
  if (reading.next === closing) {
    reading.at += 1;
    return items;
  }
  for (;;) {
    items.push(item(reading));
    const { next } = reading;
    reading.at += 1;
    if (next === closing) return items;
    if (next !== comma) throw new OddText();
  }
}

/** Goes over objects whose members are leaves; `last` is what stands behind the last member. */
export function objectLeaf(
  members: readonly { readonly literal: string; readonly leaf: ReadLeaf }[],
  last: string,
): ReadLeaf {
  return (reading) => {
    for (const { literal, leaf } of members) {
      reading.expect(literal);
      leaf(reading);
    }
    reading.expect(last);
  };
}

function presentReaderOf(type: GraphQLOutputType, object: ReadLeaf | undefined): ReadLeaf {
  if (isListType(type)) {
    const item = leafReaderOf(type.ofType, object);
    return (reading) => skipList(reading, item);
  }
  if (object) return object;
  if (isEnumType(type)) {
    const names = new Set(type.getValues().map(({ name }) => `"${name}"`));
    return (reading) => {
      const from = reading.at;
      reading.string();
      if (!names.has(reading.text.slice(from, reading.at))) throw new OddText();
    };
  }
  return (isScalarType(type) && builtIn[type.name]) || anyLeaf;
}

const boolean: ReadLeaf = (reading) => reading.expect(reading.next === 116 ? 'true' : 'false');

const builtIn: Readonly<Record<string, ReadLeaf>> = {
  String: (reading) => reading.string(),
  ID: (reading) => reading.string(),
  Boolean: boolean,
  Int: (reading) => {
    const from = reading.at;
    const value = reading.number();
    const isInt = value === (value | 0) && reading.at - from === `${value}`.length;
    if (!isInt) throw new OddText();
  },
  Float: (reading) => void reading.number(),
};
