import { isNonNullType } from 'graphql';
import type { Piece, Told } from './piece.js';
import type { Place, Supply, Wanted } from './supply.js';
import { Unsuited } from './unsuited.js';

/** One part of an object's text. */
interface Part {
  /** What stands before it. */
  readonly literal: string;
  /** The number of the fetch that adds it at its place; undefined for where the object itself stands. */
  readonly addition: number | undefined;
  readonly number: number;
  /** Writes its objects; undefined where it is text. */
  readonly child: PieceWriter | undefined;
  /** What stands there when the fetch told nothing of the object; undefined where that may not be. */
  none: string | undefined;
}

/** Writes what clients are told of the objects at one place. */
export class PieceWriter {
  readonly #parts: readonly Part[];
  readonly #last: string;

  constructor(place: Place) {
    const parts: Part[] = [];
    let literal = '{';
    place.wanted.forEach((field, index) => {
      const name = `${index > 0 ? ',' : ''}${JSON.stringify(field.key)}:`;
      if (!field.type) {
        literal += `${name}${JSON.stringify(place.type.name)}`;
        return;
      }
      const given = field.supply?.compiled.given.get(field.dataKey);
      if (!field.supply || !given) throw new Unsuited();
      const none = isNonNullType(field.type) ? undefined : 'null';
      const last = parts.at(-1);
      if (given.isContinued && last) {
        last.none = none && last.none && `${last.none}${name}${none}`;
        return;
      }
      const addition = additionOf(place, field.supply);
      const child = given.kind === 'child' ? writerBelow(field) : undefined;
      parts.push({ literal: literal + name, addition, number: given.number, child, none });
      literal = '';
    });
    this.#parts = parts;
    this.#last = `${literal}}`;
  }

  /** An object's text; undefined where a fetch did not tell what may not be null. */
  write(piece: Piece): string | undefined {
    if (piece.written !== undefined) return piece.written;
    let text = '';
    for (const { literal, addition, number, child, none } of this.#parts) {
      const told = addition === undefined ? piece : piece.additions[addition];
      const part = told ? partOf(told, number, child) : none;
      if (part === undefined) return undefined;
      text += literal + part;
    }
    piece.written = text + this.#last;
    return piece.written;
  }

  /** The text of objects, and of lists of them. */
  writeTold(told: Told): string | undefined {
    if (told === null) return 'null';
    if (!isList(told)) return this.write(told);
    let text = '[';
    for (let index = 0; index < told.length; index++) {
      const item = this.writeTold(told[index] ?? null);
      if (item === undefined) return undefined;
      text += index > 0 ? `,${item}` : item;
    }
    return `${text}]`;
  }
}

function isList(told: Exclude<Told, null>): told is readonly Told[] {
  return Array.isArray(told);
}

function partOf(told: Piece, number: number, child: PieceWriter | undefined): string | undefined {
  if (!child) return told.texts[number];
  const below = told.children[number];
  return below === undefined ? undefined : child.writeTold(below);
}

function additionOf(place: Place, supply: Supply): number | undefined {
  return supply.isOrigin ? undefined : place.additions.indexOf(supply);
}

function writerBelow({ below }: Wanted): PieceWriter {
  if (!below) throw new Unsuited();
  return new PieceWriter(below);
}
