import { getNullableType, isListType, isNonNullType, type GraphQLOutputType } from 'graphql';
import { readList, type ReadLeaf } from './leaf-reader.js';
import { Piece, withOne, type Told } from './piece.js';
import type { Reading } from './reading.js';

/** One field of an object as a fetch tells it. */
export interface Member {
  /** What stands before its value. */
  readonly literal: string;
  readonly leaf?: ReadLeaf | undefined;
  /** Reads its objects, where it has any. */
  readonly child?: ((reading: Reading) => Told) | undefined;
  /** Whether a text that is passed on begins with it, and ends with it. */
  beginsText: boolean;
  endsText: boolean;
  /** Whether its value is sent along when others are asked. */
  readonly isValue: boolean;
}

const letterN = 110;

/** Reads objects of one place as one fetch tells them; each different one is read once. */
export class ObjectReader {
  readonly #members: readonly Member[];
  readonly #last: string;
  readonly #place: number | undefined;

  /** `last` is what stands behind the last member. Without a place what is read is not looked for again. */
  constructor(members: readonly Member[], last: string, place: number | undefined) {
    this.#members = members;
    this.#last = last;
    this.#place = place;
  }

  /** Reads one object. Throws OddText. */
  read(reading: Reading): Piece {
    const start = reading.at;
    const [first] = this.#members;
    let beginning: string | undefined;
    if (this.#place !== undefined && first?.leaf) {
      reading.expect(first.literal);
      const from = reading.at;
      first.leaf(reading);
      beginning = reading.text.slice(from, reading.at);
      const alike = reading.alike(this.#place, beginning, start);
      reading.at = alike ? start + alike.length : start;
      if (alike) return alike;
    }
    const piece = this.#read(reading, new Piece(start));
    if (this.#place !== undefined) reading.note(this.#place, piece, beginning);
    return piece;
  }

  #read(reading: Reading, piece: Piece): Piece {
    let textFrom = 0;
    for (const member of this.#members) {
      reading.expect(member.literal);
      const from = reading.at;
      if (member.child) piece.children = withOne(piece.children, member.child(reading));
      else member.leaf?.(reading);
      if (member.beginsText) textFrom = from;
      if (member.endsText) piece.texts = withOne(piece.texts, reading.since(textFrom));
      if (member.isValue) piece.values = withOne(piece.values, reading.value(from));
    }
    reading.expect(this.#last);
    piece.length = reading.at - piece.start;
    return piece;
  }
}

/** Compiles how the objects of a field are read, and lists of them. */
export function childReaderOf(
  type: GraphQLOutputType,
  object: (reading: Reading) => Piece,
): (reading: Reading) => Told {
  const nullable = getNullableType(type);
  const present = isListType(nullable)
    ? listReaderOf(childReaderOf(nullable.ofType, object))
    : object;
  if (isNonNullType(type)) return present;
  return (reading) => {
    if (reading.next !== letterN) return present(reading);
    reading.expect('null');
    return null;
  };
}

function listReaderOf(item: (reading: Reading) => Told): (reading: Reading) => Told {
  return (reading) => readList(reading, item);
}
