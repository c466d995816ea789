import { hash } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const LENGTH = 12;

/** Promises the same 12 base32 characters (60 bits of SHA-256) for the same namespace and key, for ever. */
export const opaqueId = (namespace: string, key: string): string => {
  // A string of bytes costs a third of a Buffer, and a generated city asks for millions.
  const bytes = hash('sha256', `${namespace}\n${key}`, 'binary');
  let id = '';
  for (let place = 0; place < LENGTH; place += 1) id += ALPHABET[bytes.charCodeAt(place) & 31];
  return id;
};
