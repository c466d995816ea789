import type { IncomingMessage } from 'node:http';
import { anonymous } from '../identity/caller.js';
import type { Identified, Identity } from '../identity/identity.js';

const nobody: Identified = { caller: anonymous, until: Infinity, isCurrent: () => true };

/**
 * Tells who sent a request; everybody is anonymous where no issuer of tokens is configured. Throws or
 * rejects with HttpRefused 401 when the request shows a token that is not accepted, or none where one is needed.
 */
export function identify(
  { rawHeaders }: Pick<IncomingMessage, 'rawHeaders'>,
  identity: Identity | undefined,
): Identified | Promise<Identified> {
  return identity ? identity.identify(rawHeaders) : nobody;
}
