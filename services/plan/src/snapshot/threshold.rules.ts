/**
 * Fewer people than this are held back, by the number of people who live in the city: the rule of the national data
 * bases of health insurance and long-term care. Below 2,000 nothing is told of people, whatever it is; where nobody
 * counted, the city is taken for a small one.
 */
export function smallestCellFor(residents: number | null): number {
  if (residents !== null && residents < 2_000) return nobodyIsTold;
  return residents !== null && residents >= 25_000 ? 10 : 20;
}

/** A smallest cell that no number of people of a city reaches. */
export const nobodyIsTold = 2_000_000_000;
