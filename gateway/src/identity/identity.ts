import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { anonymous, legalBases, type Caller, type LegalBasis } from './caller.js';
import type { Issuer } from './issuer.js';
import { policiesMet, type PolicyTable } from './policies.js';
import {
  basisUnknown,
  purposeNotAllowed,
  purposeOfNobody,
  tokenNeeded,
  tokenNotAccepted,
  TokenRefused,
} from './refusals.js';
import { RefusalLog } from './refusal-log.js';
import type { IsRevoked, RevocableToken } from './revocation.js';
import { saidIn, type Said } from './said.js';
import { TokenVerifier, type VerifiedToken } from './token-verifier.js';

/** How a gateway learns who asks. */
export interface IdentityOptions {
  /** Two may give one name to two callers: subjects of all but the first have their issuer's name before them. */
  readonly issuers: readonly Issuer[];
  /** Refuses whoever shows no token; everybody may ask unless said. */
  readonly requireCaller?: boolean;
  /** Decides the policies that are neither a purpose nor a legal basis. */
  readonly policies?: PolicyTable;
  /** Asked for every request; where it is given, tokens without an id (`jti`) are refused. */
  readonly isRevoked?: IsRevoked;
  /** Seconds by which clocks may differ; 30 unless said. */
  readonly clockTolerance?: number;
  /** Bytes of a token at most; 8,192 unless said. */
  readonly tokenBytes?: number;
  /** Verified tokens that are remembered until they expire; 10,000 unless said. */
  readonly remembered?: number;
  /**
   * Receives why tokens were refused and how many since it was last told, once in ten seconds for one reason at
   * most; nothing of a token is in it.
   */
  readonly onRefused?: (reason: string, times: number) => void;
}

/** Who asks, and for how long that holds: a stream of events ends when it no longer does. */
export interface Identified {
  readonly caller: Caller;
  /** Unix milliseconds at which the caller's token ends; Infinity for who showed none. */
  readonly until: number;
  /** False once the token has expired, was revoked, or its issuer's keys are others. */
  readonly isCurrent: () => boolean;
}

/** Whoever shows no token. */
export const nobody: Identified = { caller: anonymous, until: Infinity, isCurrent: () => true };

/** A verified token with the callers it stands for, one for each purpose and basis stated with it. */
interface Known {
  readonly token: VerifiedToken;
  readonly callers: Map<string, Identified>;
}

/** Tells who sent a request from its headers. A token is verified once and then known by its digest. */
export class Identity {
  readonly #options: IdentityOptions;
  readonly #verifier: TokenVerifier;
  readonly #known: LRUCache<string, Known>;
  /** Tokens being verified, so that many requests with a new one verify it once. */
  readonly #verifying = new Map<string, Promise<Known>>();
  readonly #refusals: RefusalLog;

  constructor(options: IdentityOptions) {
    this.#options = options;
    const { clockTolerance = 30, tokenBytes = 8192, remembered = 10_000 } = options;
    this.#verifier = new TokenVerifier(options.issuers, { clockTolerance, tokenBytes });
    this.#known = new LRUCache({ max: remembered });
    this.#refusals = new RefusalLog((reason, times) => options.onRefused?.(reason, times));
  }

  /**
   * Throws HttpRefused, or rejects with it, when the request may not be answered at all. `beforeVerifying` is asked
   * before a token that was never found good is verified, since that costs as much for one that was made up.
   */
  identify(
    rawHeaders: readonly string[],
    beforeVerifying?: () => void | Promise<void>,
  ): Identified | Promise<Identified> {
    const said = this.#refusing(() => saidIn(rawHeaders));
    if (said.token === undefined) return this.#withoutToken(said);
    // The digest, so that no memory dump of the gateway holds tokens that can still be used.
    const digest = hash('sha256', said.token, 'base64');
    const known = this.#known.get(digest);
    if (known && isAsVerified(known.token)) return this.#refusing(() => this.#stated(known, said));
    return this.#verify(said, digest, known ? undefined : beforeVerifying);
  }

  #withoutToken({ purpose, basis }: Said): Identified {
    if (this.#options.requireCaller) throw tokenNeeded();
    if (purpose !== undefined || basis !== undefined) throw purposeOfNobody();
    return nobody;
  }

  async #verify(
    said: Said,
    digest: string,
    beforeVerifying: (() => void | Promise<void>) | undefined,
  ): Promise<Identified> {
    try {
      let verifying = this.#verifying.get(digest);
      if (!verifying) {
        await beforeVerifying?.();
        verifying = this.#verifying.get(digest) ?? this.#begin(said.token ?? '', digest);
      }
      return this.#stated(await verifying, said);
    } catch (error) {
      throw this.#told(error);
    }
  }

  #begin(token: string, digest: string): Promise<Known> {
    const verifying = this.#verifier
      .verify(token)
      .then((verified): Known => ({ token: verified, callers: new Map() }))
      .finally(() => this.#verifying.delete(digest));
    this.#verifying.set(digest, verifying);
    verifying.then(
      (known) => this.#known.set(digest, known),
      () => this.#known.delete(digest),
    );
    return verifying;
  }

  #stated(known: Known, said: Said): Identified {
    this.#refuseStale(known.token);
    const key = `${said.purpose ?? ''} ${said.basis ?? ''}`;
    let identified = known.callers.get(key);
    if (!identified) {
      identified = this.#identified(known.token, said);
      known.callers.set(key, identified);
    }
    return identified;
  }

  #identified(token: VerifiedToken, said: Said): Identified {
    const caller = callerOf(token, said);
    const policies = policiesMet(this.#options.policies ?? {}, caller);
    return {
      caller: Object.freeze(policies.length > 0 ? { ...caller, policies } : caller),
      until: token.until,
      isCurrent: () => {
        try {
          this.#refuseStale(token);
          return isAsVerified(token);
        } catch {
          return false;
        }
      },
    };
  }

  #refuseStale(token: VerifiedToken): void {
    if (Date.now() >= token.until) throw new TokenRefused('expired');
    const { isRevoked } = this.#options;
    if (!isRevoked) return;
    if (token.bearer.id === undefined) throw new TokenRefused('no id by which it could be revoked');
    if (isRevoked(revocable(token))) throw new TokenRefused('revoked');
  }

  #refusing<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw this.#told(error);
    }
  }

  #told(error: unknown): unknown {
    const cause =
      error instanceof Error && error.cause instanceof TokenRefused ? error.cause : error;
    if (!(cause instanceof TokenRefused)) return error;
    this.#refusals.note(cause.message);
    return cause === error ? tokenNotAccepted(cause) : error;
  }
}

function isAsVerified({ issuer, keysVersion }: VerifiedToken): boolean {
  return issuer.keys.version() === keysVersion;
}

function callerOf({ bearer, subject }: VerifiedToken, said: Said): Caller {
  const { purposes, purpose: usual, id: _, ...who } = bearer;
  const purpose = said.purpose ?? usual;
  if (purpose !== undefined && purpose !== usual && !purposes.includes(purpose)) {
    throw purposeNotAllowed();
  }
  if (said.basis !== undefined && !isBasis(said.basis)) throw basisUnknown();
  return {
    ...who,
    subject,
    ...(purpose === undefined ? {} : { purpose }),
    ...(said.basis === undefined ? {} : { basis: said.basis }),
  };
}

function isBasis(name: string): name is LegalBasis {
  return legalBases.some((basis) => basis === name);
}

function revocable({ issuer, bearer }: VerifiedToken): RevocableToken {
  const { id, subject, client } = bearer;
  return {
    issuer: issuer.issuer,
    subject,
    ...(id === undefined ? {} : { id }),
    ...(client === undefined ? {} : { client }),
  };
}
