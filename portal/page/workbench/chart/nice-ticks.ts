/** Round numbers from 0 to just past the greatest, about as many as wanted. */
export function niceTicks(greatest: number, wanted: number): number[] {
  if (!(greatest > 0)) return [0];
  const rough = greatest / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((each) => each * power >= rough) ?? 10) * power;
  const count = Math.ceil(greatest / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, place) => Number((place * step).toPrecision(12)));
}
