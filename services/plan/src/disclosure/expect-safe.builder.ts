import { expect } from 'vitest';

import { cubedMeasures, peopleCubes } from '../people/people-cubes.js';
import { attack } from './attack.builder.js';
import { AttackedCity } from './attacked-city.builder.js';

/**
 * Lets months go by in a city drawn from a seed, asks everything on every day, and expects that all of it together leaves
 * each number of few people as wide as they are few, or as wide as it was without any table.
 */
export async function expectSafe(seed: number): Promise<void> {
  const city = await AttackedCity.open(seed);
  await city.livesOn();
  expect(city.changed).toEqual([]);
  for (const measure of cubedMeasures) {
    const { secrets, seen } = city.of(measure);
    const peopleOf = (members: readonly number[]) =>
      members.reduce((sum, at) => sum + (secrets[at]?.truth ?? 0), 0);
    for (const { told, members } of seen) if (told !== null) expect(peopleOf(members)).toBe(told);
    const wide = 10 * peopleCubes[measure].acts;
    const found = attack(secrets, seen);
    // What is held back only for the sake of others is ten or more, and no secret by itself.
    const few = found.filter(({ at }) => peopleOf(seen[at]?.members ?? []) < wide);
    const narrow = few.filter(({ width, known }) => width < Math.min(wide, known) - 1e-6);
    expect(few.length).toBeGreaterThan(0);
    expect({ seed, measure, exact: few.filter(({ isExact }) => isExact), narrow }).toEqual({
      seed,
      measure,
      exact: [],
      narrow: [],
    });
    expect(seen.length - found.length).toBeGreaterThan(found.length / 4);
  }
}
