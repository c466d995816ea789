/** Promises the fiscal year of a day, which begins in April. */
export const fiscalYearOf = (day: string): number =>
  Number(day.slice(0, 4)) - (day.slice(5, 7) < '04' ? 1 : 0);
