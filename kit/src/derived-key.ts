import { hkdfSync } from 'node:crypto';

/** Characters of a secret at least. */
export const shortestKey = 32;

/** Name under which gateways take nudges; their own key is the city's. */
export const gatewayName = 'gateway';

/** The key that a gateway and one subgraph share, from the city's key; it says nothing of the city's or another's. */
export function serviceKey(cityKey: string, name: string): string {
  return derived(cityKey, `manabi subgraph ${name}`);
}

/** The key that opens the feed of a service (`GET /feed`, `GET /feed/head`) and nothing else, from the service's own. */
export function feedKey(ownKey: string, name: string): string {
  return derived(ownKey, `manabi feed ${name}`);
}

/** The key by which others may nudge a service or gateway, and do nothing else, from the own key of who is nudged. */
export function nudgeKey(ownKey: string, name: string): string {
  return derived(ownKey, `manabi nudge ${name}`);
}

/** HKDF-SHA-256 (RFC 5869) without salt, 32 bytes, in hexadecimal digits. */
function derived(key: string, info: string): string {
  return Buffer.from(hkdfSync('sha256', key, '', info, 32)).toString('hex');
}
