import { isFields } from '../../execute/fields.js';

/** One object of a world: its type, its number, and what a subgraph was given of it. */
export interface Thing {
  __typename: string;
  n: number;
  given?: Record<string, unknown>;
}

/** True for an object of a world. */
export function isThing(value: unknown): value is Thing {
  return isFields(value) && typeof value['__typename'] === 'string';
}
