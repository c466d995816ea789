import { createHash } from 'node:crypto';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** The ids of the bundled city are four letters shorter. */
const shape = new RegExp(`^[${alphabet}]{12}(?:[${alphabet}]{4})?$`);

/** Whether a text has the form of such an id: the number of a row that a hub published is the id of its record. */
export const isOpaqueId = (text: string): boolean => shape.test(text);

/**
 * Makes the id of a record from what names it in its source, e.g. a data set and a number in it. Equal parts give
 * equal ids; an id tells nothing of its parts nor of who owns it. 16 letters carry 80 bits.
 */
export function opaqueId(...parts: readonly string[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest();
  return [...digest.subarray(0, 16)].map((byte) => alphabet[byte % 32]).join('');
}
