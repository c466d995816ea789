import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import type { GatewaySettings } from '../configuration/gateway-settings.js';
import type { Caller } from '../identity/caller.js';

/** Tells clients apart: by who has signed in, else by where they are. */
export class Clients {
  readonly #count: number;
  readonly #proxies = new BlockList();

  /** The networks of the proxies are as the settings allow them. */
  constructor({ count, addresses }: GatewaySettings['proxies']) {
    this.#count = count;
    for (const network of addresses) {
      const [address = '', prefix] = network.split('/');
      const kind = isIP(address) === 6 ? 'ipv6' : 'ipv4';
      this.#proxies.addSubnet(address, Number(prefix ?? (kind === 'ipv6' ? 128 : 32)), kind);
    }
  }

  /** A key for a client. Never to be logged: it may hold an address. */
  keyOf(message: IncomingMessage, caller: Caller): string {
    if (caller.subject !== undefined) return `subject ${caller.subject}`;
    return this.placeOf(message);
  }

  /** A key for where a client is, whoever it says it is. Never to be logged. */
  placeOf(message: IncomingMessage): string {
    return `address ${networkOf(this.addressOf(message))}`;
  }

  /** Where a request came from, as the last proxy that is believed saw it. */
  addressOf(message: IncomingMessage): string {
    const peer = plain(message.socket.remoteAddress ?? '');
    if (this.#count === 0 || !this.#isProxy(peer)) return peer;
    const said = String(message.headers['x-forwarded-for'] ?? '').split(',');
    // Each proxy adds whom it saw at the end; what stands before that the client may have written itself.
    const address = plain(withoutPort(said.at(-this.#count)?.trim() ?? ''));
    return isIP(address) ? address : peer;
  }

  #isProxy(address: string): boolean {
    const kind = isIP(address);
    return kind !== 0 && this.#proxies.check(address, kind === 6 ? 'ipv6' : 'ipv4');
  }
}

/** Some proxies tell the port too, which another has with every connection: `192.0.2.1:4711`, `[2001:db8::1]:4711`. */
function withoutPort(told: string): string {
  return /^\[([^\]]*)\](?::\d+)?$/.exec(told)?.[1] ?? told.replace(/^([^:]*):\d+$/, '$1');
}

/** IPv4 within IPv6 is IPv4. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}

/** One subscriber has a whole /64 of IPv6 and would else have as many buckets as it likes. */
function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const groups = head.split(':').filter(Boolean);
  const rest = tail === undefined ? [] : tail.split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : 8 - groups.length - rest.length;
  return [...groups, ...Array.from({ length: zeros }, () => '0'), ...rest].slice(0, 4).join(':');
}
