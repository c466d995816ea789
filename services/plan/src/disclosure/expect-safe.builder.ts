import { expect } from 'vitest';

import { type CubedMeasure, cubedMeasures, peopleCubes } from '../people/people-cubes.js';
import { type Found, type Secret, type Seen, attack } from './attack.builder.js';
import { AttackedCity } from './attacked-city.builder.js';

/**
 * Lets months go by in a city drawn from a seed, asks everything on every day, and expects that all of it together leaves
 * each number of few people as wide as they are few, or as wide as it was without any table.
 */
export async function expectSafe(seed: number): Promise<void> {
  const city = await AttackedCity.open(seed);
  await city.livesOn();
  expect(city.seen.changed).toEqual([]);
  for (const measure of cubedMeasures) {
    const { few, hidden, told } = expectNothingLearned(measure, city.of(measure));
    expect(few).toBeGreaterThan(0);
    expect(told).toBeGreaterThan(hidden / 4);
  }
}

/** How many cells were of few people, hidden at all, and told; and of the hidden others how many are narrower. */
export type Learned = Readonly<Record<'few' | 'hidden' | 'told' | 'others', number>>;

/**
 * Expects that nobody learns few people of a measure from what was seen: none exactly, none closer than so many as are
 * held back, or than without any table.
 */
export function expectNothingLearned(
  measure: CubedMeasure,
  { secrets, seen }: { secrets: readonly Secret[]; seen: readonly Seen[] },
): Learned {
  const peopleOf = (members: readonly number[]) =>
    members.reduce((sum, at) => sum + (secrets[at]?.truth ?? 0), 0);
  for (const { told, members } of seen) if (told !== null) expect(peopleOf(members)).toBe(told);
  const wide = 10 * peopleCubes[measure].acts;
  const found = attack(secrets, seen);
  const isNarrow = ({ width, known }: Found) => width < Math.min(wide, known) - 1e-6;
  // What is held back only for the sake of others is ten or more, and no secret by itself.
  const few = found.filter(({ at }) => peopleOf(seen[at]?.members ?? []) < wide);
  const others = found.filter((each) => !few.includes(each) && isNarrow(each)).length;
  const narrow = few.filter(isNarrow);
  const exact = few.filter(({ isExact }) => isExact);
  expect({ measure, exact, narrow }).toEqual({ measure, exact: [], narrow: [] });
  return { few: few.length, hidden: found.length, told: seen.length - found.length, others };
}
