import { plainForm } from './name-forms.rules.js';
import type { RegisterEntry } from './register-entry.js';
import { type RoomNames, readRooms, roomNames } from './room.rules.js';
import {
  andOthers,
  besides,
  conjunction,
  floor,
  joint,
  leadIn,
  online,
  otherCities,
  ownCity,
  roomLike,
} from './venue-words.rules.js';

/** A facility with all that may stand around its name. */
export interface House {
  readonly entry: RegisterEntry;
  readonly rooms: RoomNames;
  /** Block and number without 丁目, 番 and 号, e.g. 柳沢1151; empty when unknown. */
  readonly address: string;
  /** The town, with and without 町. */
  readonly towns: readonly string[];
  /** The house in which it is, and its own names. */
  readonly houses: readonly string[];
}

/** What stands around a name, read against a facility. */
export interface Surroundings {
  readonly rooms: readonly string[];
  /** Something that looks like a room, but is not in the register. */
  readonly strangeRoom: string | null;
  /** What could not be explained; empty when all was. */
  readonly unexplained: string;
  readonly elsewhere: boolean;
  readonly several: boolean;
  /** True when the address of the facility stands there too. */
  readonly hasAddress: boolean;
}

/** Prepares a facility for the reading of its surroundings. */
export function houseOf(entry: RegisterEntry): House {
  const town = plainForm(entry.address?.block ?? '').replace(/\d+丁目$/u, '');
  const names = [entry.address?.building, entry.name.ja, ...(entry.aliases ?? [])];
  return {
    entry,
    rooms: roomNames(entry.rooms ?? []),
    address: entry.address?.number
      ? addressKey(`${entry.address.block}${entry.address.number}`)
      : '',
    towns: town === '' ? [] : [town, town.replace(/町$/u, '')],
    houses: names
      .flatMap((name) => (name ? [plainForm(name)] : []))
      .filter((name) => name.length > 1),
  };
}

/** An address without what may be left out of it, for comparison. */
export function addressKey(address: string): string {
  return plainForm(address)
    .replace(/^東京都/u, '')
    .replace(new RegExp(`^${ownCity}市`, 'u'), '')
    .replace(/丁目|番地|番|号/gu, '');
}

/** Reads what stands before and after a facility's name. */
export function readSurroundings(
  before: string,
  after: readonly string[],
  house: House,
): Surroundings {
  const front = readBefore(before, house);
  const state: Reading = {
    rooms: front.rooms,
    strange: null,
    left: [],
    hasAddress: front.hasAddress,
  };
  for (const words of after) readAfter(words, house, state);
  const unexplained = [front.left, ...state.left].join(' ').trim();
  const isOther = otherCities.test(unexplained) || foreign.test(front.left);
  return {
    rooms: [...new Set(state.rooms)],
    strangeRoom: state.strange,
    unexplained,
    elsewhere: isOther,
    several: andOthers.test(unexplained),
    hasAddress: state.hasAddress,
  };
}

const foreign = new RegExp(`(?<!${ownCity})[市区町村県](?:立|営|民)?$`, 'u');

interface Reading {
  rooms: string[];
  strange: string | null;
  left: string[];
  hasAddress: boolean;
}

function readBefore(
  before: string,
  house: House,
): { left: string; hasAddress: boolean; rooms: string[] } {
  let left = before.replace(online, ' ').trim();
  let hasAddress = false;
  const rooms: string[] = [];
  for (;;) {
    const address = stripAddress(left, house);
    if (address !== null) hasAddress = true;
    const read = readRooms(left, house.rooms);
    rooms.push(...(read?.rooms ?? []));
    const named = stripNames(left, [...house.houses, ...house.towns]);
    const next = address ?? read?.rest ?? named ?? left.replace(leadIn, '').trim();
    if (next === left) return { left, hasAddress, rooms };
    left = next;
  }
}

function readAfter(words: string, house: House, state: Reading): void {
  let left = words.replace(online, ' ').trim();
  while (left !== '') {
    const next = stepAfter(left, house, state);
    if (next === null) {
      state.left.push(left);
      return;
    }
    left = next;
  }
}

/** What is left after one thing at the beginning of the words was understood; null when nothing was. */
function stepAfter(left: string, house: House, state: Reading): string | null {
  const read = readRooms(left, house.rooms);
  if (read) {
    state.rooms.push(...read.rooms);
    return read.rest;
  }
  const level = floor.exec(left)?.[0];
  if (level) return left.slice(level.length).trim();
  const address = stripAddress(left.replace(/^東京都|^西東京市/gu, ''), house);
  if (address !== null) {
    state.hasAddress = true;
    return address;
  }
  const named = stripNames(left, house.houses);
  if (named !== null) return named;
  const second = left.replace(conjunction, '').trim();
  if (second !== left) return readRooms(second, house.rooms) ? second : null;
  if (andOthers.test(left) || besides.test(left.replace(/駐車場/gu, ''))) return null;
  const strange = roomLike.exec(left)?.[0];
  if (strange) {
    state.strange = [state.strange, strange].filter(Boolean).join(' ');
    return left.slice(strange.length).trim();
  }
  const word = joint.exec(left)?.[0];
  return word ? left.slice(word.length).trim() : null;
}

function stripNames(words: string, names: readonly string[]): string | null {
  const name = names.find((one) => one.length > 0 && words.startsWith(one));
  return name === undefined ? null : words.slice(name.length).trim();
}

/** The words after the facility's address; null when they do not begin with it. */
function stripAddress(words: string, { address }: House): string | null {
  if (address === '') return null;
  let at = 0;
  let matched = 0;
  while (at < words.length && matched < address.length) {
    const skipped = /^(?:丁目|番地|番|号| )/u.exec(words.slice(at))?.[0];
    if (words[at] === address[matched]) {
      at += 1;
      matched += 1;
    } else if (skipped) at += skipped.length;
    else return null;
  }
  if (matched < address.length || /^\d/u.test(words.slice(at))) return null;
  return words.slice(at).replace(/^号/u, '').trim();
}
