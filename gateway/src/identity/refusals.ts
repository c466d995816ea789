import { HttpRefused } from '../errors/http-refused.js';
import { legalBases } from './caller.js';

/** Why a token is not accepted, in words for the log; the caller reads one neutral sentence. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

/** The answer to every token that is not accepted, whatever is wrong with it (RFC 6750 §3). */
export function tokenNotAccepted(cause: TokenRefused): HttpRefused {
  const refused = new HttpRefused(
    401,
    'The token that came with this request is not accepted; get a new one and ask again.',
    { 'www-authenticate': 'Bearer error="invalid_token"' },
  );
  refused.cause = cause;
  return refused;
}

/** The answer to who shows no token where one is needed. */
export function tokenNeeded(): HttpRefused {
  return new HttpRefused(
    401,
    'This graph answers only those who say who they are; send a token as "Authorization: Bearer …".',
    { 'www-authenticate': 'Bearer' },
  );
}

/** The answer to who states a purpose or a legal basis without saying who it is. */
export function purposeOfNobody(): HttpRefused {
  return new HttpRefused(
    401,
    'A purpose or a legal basis is stated by somebody; send a token as "Authorization: Bearer …" with it.',
    { 'www-authenticate': 'Bearer' },
  );
}

/** The answer to a purpose that the caller's token does not allow. */
export function purposeNotAllowed(): HttpRefused {
  return new HttpRefused(
    403,
    'The purpose stated in "hub-purpose" is none of those that this token allows; state one of them, or ask for it to be registered.',
  );
}

/** The answer to a legal basis that is none. */
export function basisUnknown(): HttpRefused {
  return new HttpRefused(
    400,
    `The header "hub-legal-basis" names no legal basis; it is one of ${legalBases.join(', ')}.`,
  );
}

/** The answer to a header of ours that came more than once. */
export function headerRepeated(name: string): HttpRefused {
  return new HttpRefused(400, `The header "${name}" came more than once; send it once.`);
}
