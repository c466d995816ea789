import type { JWSAlgorithm } from 'jose';
import type { Role } from './caller.js';
import type { ClaimNames } from './claims.js';
import type { Keys } from './keys.js';

/** Signatures by which a token may be signed: none that is made with a shared secret. */
export const algorithms = [
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
] as const satisfies readonly JWSAlgorithm[];

export type Algorithm = (typeof algorithms)[number];

/** One whose tokens are believed. */
export interface Issuer {
  /** Its name, as the tokens' `iss` has it. */
  readonly issuer: string;
  /** Tokens count only when they are meant for one of these. */
  readonly audience: string | readonly string[];
  readonly keys: Keys;
  /** Signatures it may use; all asymmetric ones unless said. */
  readonly algorithms?: readonly Algorithm[];
  /** Types of token (`typ`) that count; `at+jwt` and `JWT` unless said. */
  readonly types?: readonly string[];
  /** Where its claims differ from ours. */
  readonly claims?: Partial<ClaimNames>;
  /** Our role for each of its names; without it, our own names are expected. */
  readonly roles?: Readonly<Record<string, Role>>;
}
