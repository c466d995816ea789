import type { OperationUse, Usage } from '@manabi/gateway/usage/usage-file';

import type { Ownership } from '../graph/ownership.js';

/** Who asks for a field: a system by name, or those who need none. */
export interface FieldUser {
  /** Name of the system; null for callers without one, such as residents at the public graph. */
  readonly client: string | null;
  readonly role: string;
  readonly contract: string;
  readonly purpose: string | null;
  /** SHA-256 of the document. */
  readonly document: string;
  /** Name of its operation; null where the document is not trusted. */
  readonly operation: string | null;
  readonly times: number;
  /** Moments, ISO 8601. */
  readonly since: string;
  readonly last: string;
  /** Share of nulls among the values that were looked at, 0 to 1; null when none was. */
  readonly nullShare: number | null;
  /** Answers in which the field failed, of those looked at. */
  readonly failed: number;
  /** When the field last had a value; null for never. */
  readonly lastValue: string | null;
}

/** One field and everybody who asks for it, who asks most often first. */
export interface UsedField {
  /** `Type.field`. */
  readonly coordinate: string;
  readonly users: readonly FieldUser[];
}

/** Where fields of several owners stand: keys, and the small types that all share. */
export const sharedFields = 'shared';

/** For each department the fields of it that are used, by name; those of several owners stand apart. */
export type Board = ReadonlyMap<string, readonly UsedField[]>;

/** Lays out by owner who uses what. */
export function boardOf(usages: readonly Usage[], ownership: Ownership): Board {
  const users = new Map<string, FieldUser[]>();
  for (const usage of usages) {
    for (const use of usage.uses) {
      for (const coordinate of Object.keys(use.fields)) {
        const known = users.get(coordinate) ?? [];
        users.set(coordinate, [...known, userOf(use, coordinate, usage)]);
      }
    }
  }
  const board = new Map<string, UsedField[]>();
  for (const [coordinate, found] of [...users].toSorted(([one], [other]) => order(one, other))) {
    const [type = '', field = ''] = coordinate.split('.');
    const used = { coordinate, users: found.toSorted((one, other) => other.times - one.times) };
    const [owner, ...others] = ownership.ownersOf(type, field);
    if (owner === undefined) continue;
    const place = others.length > 0 ? sharedFields : owner;
    board.set(place, [...(board.get(place) ?? []), used]);
  }
  const isShared = (place: string): number => Number(place === sharedFields);
  return new Map(
    [...board].toSorted(([one], [other]) => isShared(one) - isShared(other) || order(one, other)),
  );
}

function userOf(use: OperationUse, coordinate: string, { documents }: Usage): FieldUser {
  const { client, role, contract, purpose, document, times, since, last, fields } = use;
  const { looked = 0, nulls = 0, failed = 0, lastValue = null } = fields[coordinate] ?? {};
  return {
    client,
    role,
    contract,
    purpose,
    document,
    operation: documents[document]?.name ?? null,
    times,
    since,
    last,
    nullShare: looked === 0 ? null : nulls / looked,
    failed,
    lastValue,
  };
}

const order = (one: string, other: string): number => (one < other ? -1 : 1);
