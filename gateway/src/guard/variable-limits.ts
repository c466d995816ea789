import { refuseOver, type Limits } from './limits.js';

/** Refuses variables that are nested deeper, or are more, than allowed; no nesting is too deep to be counted. */
export function refuseLargeVariables(
  variables: Readonly<Record<string, unknown>>,
  limits: Limits,
): void {
  const waiting: [unknown, number][] = Object.values(variables).map((value) => [value, 0]);
  let values = 0;
  let deepest = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [value, level] = next;
    values++;
    if (typeof value !== 'object' || value === null) continue;
    deepest = Math.max(deepest, level + 1);
    for (const inner of Object.values(value)) waiting.push([inner, level + 1]);
  }
  refuseOver(limits, 'valueDepth', deepest);
  refuseOver(limits, 'values', values);
}
