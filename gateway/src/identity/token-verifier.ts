import { decodeJwt, decodeProtectedHeader, jwtVerify, type JWTPayload } from 'jose';
import { bearerOf, ownClaimNames, type Bearer } from './claims.js';
import { algorithms, type Issuer } from './issuer.js';
import { TokenRefused } from './refusals.js';

/** A token whose signature, issuer, audience and time were found good. */
export interface VerifiedToken {
  readonly bearer: Bearer;
  readonly issuer: Issuer;
  /** The subject as the city knows it: two issuers may use one name for two. */
  readonly subject: string;
  /** Unix milliseconds from which it is no longer good, the tolerance included. */
  readonly until: number;
  /** The issuer's keys it was verified by. */
  readonly keysVersion: number;
}

/** What a token may be. */
export interface TokenLimits {
  /** Bytes of a token at most. */
  readonly tokenBytes: number;
  /** Seconds by which the clocks of issuer and gateway may differ. */
  readonly clockTolerance: number;
}

const compact = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;
const kidAtMost = 256;

/** Verifies tokens of known issuers, each by the issuer's own keys, algorithms and audience. */
export class TokenVerifier {
  readonly #issuers: ReadonlyMap<string, Issuer>;
  readonly #limits: TokenLimits;
  /** The issuer whose subjects keep their names; those of others have their issuer's before them. */
  readonly #first: Issuer | undefined;

  constructor(issuers: readonly Issuer[], limits: TokenLimits) {
    this.#issuers = new Map(issuers.map((issuer) => [issuer.issuer, issuer]));
    this.#limits = limits;
    this.#first = issuers[0];
  }

  /** Rejects with TokenRefused, whatever is wrong. */
  async verify(token: string): Promise<VerifiedToken> {
    // Looked at before anything is parsed.
    if (token.length > this.#limits.tokenBytes) throw new TokenRefused('too long');
    if (!compact.test(token)) throw new TokenRefused('not a signed token in compact form');
    try {
      return await this.#verified(token);
    } catch (error) {
      if (error instanceof TokenRefused) throw error;
      throw new TokenRefused(error instanceof Error ? error.message : 'not verifiable', {
        cause: error,
      });
    }
  }

  async #verified(token: string): Promise<VerifiedToken> {
    const issuer = this.#issuerOf(token);
    const keysVersion = issuer.keys.version();
    const { payload } = await jwtVerify(token, issuer.keys.find, {
      algorithms: [...(issuer.algorithms ?? algorithms)],
      issuer: issuer.issuer,
      audience: [issuer.audience].flat(),
      clockTolerance: this.#limits.clockTolerance,
      requiredClaims: ['exp', 'sub'],
    });
    const bearer = bearerOf(payload, { ...ownClaimNames, ...issuer.claims }, issuer.roles);
    return {
      bearer,
      issuer,
      subject: issuer === this.#first ? bearer.subject : `${issuer.issuer} ${bearer.subject}`,
      // A set that was fetched for this very token counts as later: it is then verified once more.
      keysVersion,
      until: untilOf(payload, this.#limits),
    };
  }

  /** The issuer that a token names, its header looked at first: nothing of it is believed yet. */
  #issuerOf(token: string): Issuer {
    const { kid, typ } = decodeProtectedHeader(token);
    if (kid !== undefined && (typeof kid !== 'string' || kid.length > kidAtMost)) {
      throw new TokenRefused('a key id that is no name');
    }
    const { iss } = decodeJwt(token);
    const issuer = typeof iss === 'string' ? this.#issuers.get(iss) : undefined;
    if (!issuer) throw new TokenRefused('an issuer that is not known here');
    const type = typeof typ === 'string' ? typ.toLowerCase().replace(/^application\//, '') : '';
    if ((issuer.types ?? ['at+jwt', 'jwt']).some((each) => each.toLowerCase() === type)) {
      return issuer;
    }
    throw new TokenRefused('a type of token that does not count here');
  }
}

function untilOf({ exp }: JWTPayload, { clockTolerance }: TokenLimits): number {
  if (typeof exp !== 'number') throw new TokenRefused('no time of expiry');
  return (exp + clockTolerance) * 1000;
}
