const checkDigit = (twelve: string): number => {
  let sum = 0;
  for (let at = 0; at < 12; at += 1) sum += Number(twelve[at]) * (at % 2 === 0 ? 1 : 3);
  return (10 - (sum % 10)) % 10;
};

/** Promises a valid ISBN-13 that no book can have: the registration group 979-99 is not assigned. */
export const sampleIsbn = (serial: number): string => {
  const twelve = `97999${String(serial).padStart(7, '0')}`;
  return `${twelve}${checkDigit(twelve)}`;
};
