/** Shades of a heat map at most. */
const shades = 5;

/** Widths of a shade that people read easily, and their multiples of ten. */
const widths = [1, 2, 3, 4, 5, 6, 8, 10] as const;

/** Bounds between the shades: round numbers from nothing to the greatest. */
export function heatSteps(values: readonly number[]): number[] {
  const greatest = Math.max(0, ...values);
  if (greatest === 0) return [0];
  const power = 10 ** Math.floor(Math.log10(greatest / shades));
  const width = (widths.find((each) => each * power * shades >= greatest) ?? 10) * power;
  const count = Math.ceil(greatest / width - 1e-9);
  return Array.from({ length: count + 1 }, (_, place) => Number((place * width).toPrecision(12)));
}

/** The shade of a number, from 0 (the lightest) to 4. */
export function shadeOf(value: number, steps: readonly number[]): number {
  const shade = steps.slice(1).findIndex((bound) => value <= bound);
  return Math.max(0, shade < 0 ? steps.length - 2 : shade);
}
