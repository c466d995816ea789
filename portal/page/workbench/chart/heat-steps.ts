import { niceTicks } from './nice-ticks.js';

/** Shades of a heat map. */
const shades = 5;

/** Bounds between the shades: round numbers from nothing to the greatest. */
export function heatSteps(values: readonly number[]): number[] {
  const ticks = niceTicks(Math.max(0, ...values), shades);
  return ticks.slice(0, shades + 1);
}

/** The shade of a number, from 0 (the lightest) to 4. */
export function shadeOf(value: number, steps: readonly number[]): number {
  const shade = steps.slice(1).findIndex((bound) => value <= bound);
  return shade < 0 ? shades - 1 : Math.min(shade, shades - 1);
}
