import { createHash } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const LENGTH = 12;

/** Promises the same 12 base32 characters (60 bits of SHA-256) for the same namespace and key, for ever. */
export const opaqueId = (namespace: string, key: string): string => {
  const digest = createHash('sha256').update(`${namespace}\n${key}`).digest();
  let id = '';
  for (const byte of digest.subarray(0, LENGTH)) id += ALPHABET[byte & 31];
  return id;
};
