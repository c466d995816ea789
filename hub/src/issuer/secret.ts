import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** What is kept of a secret: enough to compare with it, not to read it. */
export interface HashedSecret {
  readonly salt: string;
  readonly hash: string;
}

/** 16 MiB and some ten milliseconds for each guess. */
const effort = { N: 16_384, r: 8, p: 1 };
const bytes = 32;

/** Hashes a secret by scrypt with a salt of its own. */
export async function hashSecret(secret: string): Promise<HashedSecret> {
  const salt = randomBytes(16);
  const hash = await derive(secret, salt);
  return { salt: salt.toString('base64'), hash: hash.toString('base64') };
}

/** True when a secret is the hashed one. Without a hash it takes as long and is false: names cannot be tried out by time. */
export async function isSecret(secret: string, hashed: HashedSecret | undefined): Promise<boolean> {
  const salt = hashed ? Buffer.from(hashed.salt, 'base64') : randomBytes(16);
  const derived = await derive(secret, salt);
  const expected = hashed ? Buffer.from(hashed.hash, 'base64') : randomBytes(bytes);
  return expected.length === bytes && timingSafeEqual(derived, expected) && hashed !== undefined;
}

function derive(secret: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, bytes, effort, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
