const dayLength = 86_400_000;
const tokyo = 9 * 3_600_000;

/** From midnight in Japan some days before a moment to midnight some days after it, so that all of a day ask the same. */
export function daySpan(
  now: Date,
  { before, after }: { readonly before: number; readonly after: number },
): { readonly from: string; readonly to: string } {
  const midnight = Math.floor((now.getTime() + tokyo) / dayLength) * dayLength - tokyo;
  const on = (days: number): string => new Date(midnight + days * dayLength).toISOString();
  return { from: on(-before), to: on(after) };
}
