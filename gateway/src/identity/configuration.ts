import { z } from 'zod';
import { legalBases, roles } from './caller.js';
import type { IdentityOptions } from './identity.js';
import { algorithms, type Issuer } from './issuer.js';
import { isStated } from './policies.js';
import { RemoteKeys } from './remote-keys.js';
import { revokedIn } from './revocation.js';

const text = z.string().min(1);
const seconds = z.int().min(0).max(300);
const role = z.enum(roles);
const atLeastOne = z.array(text).min(1);

const issuer = z.strictObject({
  issuer: text,
  audience: z.union([text, atLeastOne]),
  jwksUrl: z.url().refine(isProtected, 'use https, or an address of this machine'),
  algorithms: z.array(z.enum(algorithms)).min(1).exactOptional(),
  types: atLeastOne.exactOptional(),
  claims: z
    .strictObject({
      role: text.exactOptional(),
      scopes: text.exactOptional(),
      client: text.exactOptional(),
      purposes: text.exactOptional(),
      purpose: text.exactOptional(),
    })
    .exactOptional(),
  roles: z.record(text, role).exactOptional(),
});

const rule = z
  .strictObject({
    roles: z.array(role).min(1).exactOptional(),
    scopes: atLeastOne.exactOptional(),
    purposes: atLeastOne.exactOptional(),
    bases: z.array(z.enum(legalBases)).min(1).exactOptional(),
    clients: atLeastOne.exactOptional(),
  })
  .refine((given) => Object.keys(given).length > 0, 'a rule says at least one thing');

const configuration = z.strictObject({
  issuers: z.array(issuer).default([]),
  policies: z
    .record(
      text.refine((name) => !isStated(name), 'purpose.… and basis.… are decided by the request'),
      z.array(rule),
    )
    .exactOptional(),
  revokedFile: text.exactOptional(),
  requireCaller: z.boolean().exactOptional(),
  clockTolerance: seconds.exactOptional(),
});

/**
 * Reads the configuration of who is believed, from parsed JSON. Throws one sentence that names every part
 * that is missing, wrong or unknown.
 */
export function readIdentity(
  value: unknown,
  onKeysFailure?: (issuer: string, error: unknown) => void,
): IdentityOptions {
  const read = configuration.safeParse(value);
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new Error(`The configuration of who is believed is wrong: ${faults.join('; ')}.`);
  }
  const { issuers, revokedFile, ...rest } = read.data;
  return {
    ...rest,
    ...(revokedFile === undefined ? {} : { isRevoked: revokedIn(revokedFile) }),
    issuers: issuers.map(({ jwksUrl, ...said }): Issuer => {
      const onFailure = (error: unknown): void => onKeysFailure?.(said.issuer, error);
      const keys = new RemoteKeys({ url: jwksUrl, onFailure });
      return Object.assign(said, { keys });
    }),
  };
}

/** Keys that come over an open network in the clear could be anybody's. */
function isProtected(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  if (protocol === 'https:') return true;
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
