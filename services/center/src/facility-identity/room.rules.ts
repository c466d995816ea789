import { normalWords } from './normal-form.rules.js';
import type { RoomEntry } from './register-entry.js';

/** The rooms of one facility by every way to write them. */
export interface RoomNames {
  /** Spellings, longest first, with the register's name. */
  readonly spellings: readonly (readonly [spelling: string, name: string])[];
  /** Words that numbered rooms share, e.g. 学習室, longest first, with the rooms by number. */
  readonly numbered: readonly (readonly [word: string, names: ReadonlyMap<string, string>])[];
}

/** What stood at the beginning of some words: rooms, and what is left. */
export interface RoomsRead {
  readonly rooms: readonly string[];
  readonly rest: string;
}

const leadingNumber = /^第?(\d+) ?(.+)$/u;
const trailingNumber = /^(.+?)(?: ?第?)(\d+)$/u;

/** Prepares the rooms of a facility for reading. */
export function roomNames(rooms: readonly RoomEntry[]): RoomNames {
  const spellings: [string, string][] = [];
  const numbered = new Map<string, Map<string, string>>();
  for (const room of rooms) {
    for (const name of [room.name.ja, ...(room.aliases ?? [])]) {
      const spelling = normalWords(name);
      spellings.push([spelling, room.name.ja]);
      const [word, number] = numberOf(spelling);
      if (!word || !number) continue;
      const names = numbered.get(word) ?? new Map<string, string>();
      numbered.set(word, names.set(number, room.name.ja));
    }
  }
  const longest = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]) =>
    other.length - one.length;
  return { spellings: spellings.sort(longest), numbered: [...numbered].sort(longest) };
}

/** Reads rooms of the facility from the beginning of words; null when none stands there. */
export function readRooms(words: string, names: RoomNames): RoomsRead | null {
  for (const [word, byNumber] of names.numbered) {
    const read = readNumbered(words, word, byNumber);
    if (read) return read;
  }
  for (const [spelling, name] of names.spellings) {
    if (words.startsWith(spelling))
      return { rooms: [name], rest: words.slice(spelling.length).trim() };
  }
  return null;
}

/** 第1学習室, 学習室1, 第2 第3学習室 and 講座室1 2: the same word with numbers before or after it. */
function readNumbered(
  words: string,
  word: string,
  byNumber: ReadonlyMap<string, string>,
): RoomsRead | null {
  const before = /^((?:第?\d+(?: |と|及び)?)+)/u.exec(words)?.[1];
  if (before && words.startsWith(word, before.length)) {
    return named(before, { word, byNumber, rest: words.slice(before.length + word.length) });
  }
  if (!words.startsWith(word)) return null;
  const rest = words.slice(word.length);
  const after = /^(?:(?: |と|及び)?第?\d+(?![階号棟\d]))+/u.exec(rest)?.[0];
  return after ? named(after, { word, byNumber, rest: rest.slice(after.length) }) : null;
}

function named(
  numbers: string,
  { word, byNumber, rest }: { word: string; byNumber: ReadonlyMap<string, string>; rest: string },
): RoomsRead {
  const rooms = [...numbers.matchAll(/\d+/gu)].map(
    ([number]) => byNumber.get(number) ?? `第${number}${word}`,
  );
  return { rooms, rest: rest.trim() };
}

function numberOf(spelling: string): [word?: string, number?: string] {
  const leading = leadingNumber.exec(spelling);
  if (leading) return [leading[2] ?? '', leading[1] ?? ''];
  const trailing = trailingNumber.exec(spelling);
  return trailing ? [trailing[1] ?? '', trailing[2] ?? ''] : [];
}
