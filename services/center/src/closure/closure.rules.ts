import type { TimeSpan } from '@manabi/kit/value/time-span';

import type { FacilityRoom } from '../value/facility-room.js';
import type { Closure } from './closure.entity.js';
import { badSpan } from './closure.errors.js';

/** True when a closure takes away any of a time; a moment is a time of no length. */
export function fallsInto(closure: Closure, { from, to }: TimeSpan): boolean {
  const end = endOf(closure);
  const isNone = end !== null && end <= closure.startsAt;
  return !isNone && closure.startsAt <= to && (end === null || from < end);
}

/** When a closure ends in fact: at its end, or when it was lifted before; null is until further notice. */
export function endOf({ endsAt, liftedAt }: Closure): Date | null {
  if (!liftedAt) return endsAt ?? null;
  return endsAt && endsAt < liftedAt ? endsAt : liftedAt;
}

/** The last moment of the calendar that is asked about where a closure has no end. */
const noEnd = new Date('9998-12-31T00:00:00+09:00');

/** The time that a closure takes away; null once it was taken back before it began. */
export function spanOf(closure: Closure): TimeSpan | null {
  const to = endOf(closure) ?? noEnd;
  return to > closure.startsAt ? { from: closure.startsAt, to } : null;
}

/** Refuses a time that ends before it begins, or whose years no calendar has. */
export function checkSpan({ from, to }: TimeSpan): void {
  if (from > to) throw badSpan('END_NOT_AFTER_START', 'it ends before it begins');
  if (from.getUTCFullYear() < 1000 || to.getUTCFullYear() > 9_998)
    throw badSpan('MALFORMED', 'its years go from 1000 to 9998');
}

/**
 * Patterns by which the words of these rooms are found in a room as a department wrote it, without regard to width,
 * case and spaces; null means the whole house. Room 1 is not found in room 12.
 */
export function roomPatterns(
  rooms: readonly FacilityRoom[] | null | undefined,
  roomIds: readonly string[] | null | undefined,
): string[] | null {
  if (!roomIds || roomIds.length === 0) return null;
  const closed = new Set(roomIds);
  const names = (rooms ?? []).flatMap(({ id, name, aliases }) =>
    id != null && closed.has(id) ? [name.ja].concat(aliases ?? []) : [],
  );
  return names.map((name) => `(?<![0-9])${escaped(plain(name))}(?![0-9])`);
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
