import { z } from 'zod';
import { readSettings } from '../configuration/read-settings.js';
import { legalBases, roles } from './caller.js';
import type { IdentityOptions } from './identity.js';
import { algorithms, type Issuer } from './issuer.js';
import { isStated } from './policies.js';
import { RemoteKeys } from './remote-keys.js';
import { revokedIn } from './revocation.js';

const text = z.string().min(1);
const role = z.enum(roles);
const atLeastOne = z.array(text).min(1);

const issuer = z.strictObject({
  issuer: text.describe("Its name, as its tokens' `iss` has it."),
  audience: z.union([text, atLeastOne]).describe('For whom its tokens must be (`aud`).'),
  jwksUrl: z
    .url()
    .refine(isProtected, 'use https, or an address of this machine')
    .describe('Where it publishes its keys.'),
  algorithms: z
    .array(z.enum(algorithms))
    .min(1)
    .exactOptional()
    .describe('Signatures it may use; every asymmetric one unless said.'),
  types: atLeastOne
    .exactOptional()
    .describe('Types of token (`typ`) that count; `at+jwt` and `JWT` unless said.'),
  claims: z
    .strictObject({
      role: text.exactOptional(),
      scopes: text.exactOptional(),
      client: text.exactOptional(),
      purposes: text.exactOptional(),
      purpose: text.exactOptional(),
      id: text.exactOptional(),
    })
    .exactOptional()
    .describe(
      'Names of its claims where they are not `role`, `scope`, `client_id`, `purposes`, `purpose`, `jti` (as `id`).',
    ),
  roles: z.record(text, role).exactOptional().describe('Our role for each of its names.'),
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

/** Whose tokens a gateway believes and which policies it decides, as an operator writes it. */
export const identitySettings = z.strictObject({
  issuers: z.array(issuer).default([]).describe('Providers whose tokens are believed.'),
  policies: z
    .record(
      text.refine((name) => !isStated(name), 'purpose.… and basis.… are decided by the request'),
      z.array(rule),
    )
    .exactOptional()
    .describe(
      'Rules for each policy that is neither a purpose nor a basis; one of them is enough.',
    ),
  revokedFile: text
    .exactOptional()
    .describe('Path of a list of tokens that are no longer good; a change counts within a second.'),
  requireCaller: z.boolean().default(false).describe('Whether whoever shows no token is refused.'),
  clockTolerance: z
    .int()
    .min(0)
    .max(300)
    .default(30)
    .describe('Seconds by which the clock of a provider may differ.'),
});

/** Receives why a provider gave no keys. */
export type OnKeysFailure = (issuer: string, error: unknown) => void;

/** Makes what was written of use. Throws SettingsRefused when the file of what is revoked cannot be read. */
export function identityOf(
  { issuers, revokedFile, ...rest }: z.output<typeof identitySettings>,
  onKeysFailure?: OnKeysFailure,
): IdentityOptions {
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

/**
 * Reads who is believed from parsed JSON. Throws SettingsRefused, which names every part that is missing,
 * wrong or unknown.
 */
export function readIdentity(value: unknown, onKeysFailure?: OnKeysFailure): IdentityOptions {
  return identityOf(readSettings(identitySettings, value), onKeysFailure);
}

/** Keys that come over an open network in the clear could be anybody's. */
function isProtected(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  if (protocol === 'https:') return true;
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
