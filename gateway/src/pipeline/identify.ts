import type { IncomingMessage } from 'node:http';
import { nobody, type Identified, type Identity } from '../identity/identity.js';

/**
 * Tells who sent a request; everybody is anonymous where no issuer of tokens is configured. Throws or
 * rejects with HttpRefused 401 when the request shows a token that is not accepted, or none where one is needed, and
 * with what `beforeVerifying` rejects with, which is asked before a token that is not known yet is looked at.
 */
export function identify(
  { rawHeaders }: Pick<IncomingMessage, 'rawHeaders'>,
  identity: Identity | undefined,
  beforeVerifying?: () => void | Promise<void>,
): Identified | Promise<Identified> {
  return identity ? identity.identify(rawHeaders, beforeVerifying) : nobody;
}
