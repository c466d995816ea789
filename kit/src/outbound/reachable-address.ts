import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import { BlockList, isIP } from 'node:net';

type Found = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Networks of a house: an outside address never lies in one. */
const inside = new BlockList();
for (const [net, bits] of [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
] as const)
  inside.addSubnet(net, bits, 'ipv4');
inside.addSubnet('fc00::', 7, 'ipv6');

/** Nobody's data stands here: this machine's own net, cloud metadata (169.254.169.254), multicast, reserved. */
const never = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['169.254.0.0', 16],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  never.addSubnet(net, bits, 'ipv4');
never.addAddress('::', 'ipv6');
never.addSubnet('fe80::', 10, 'ipv6');
never.addSubnet('ff00::', 8, 'ipv6');

/** Which networks a declared address may lie in. */
export interface Reach {
  /** True when whoever declared it said that it stands in the city's own network. */
  readonly isInside: boolean;
}

/** Whether a host is this machine by its name or number. */
export function isThisMachine(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  return bare === 'localhost' || (isIP(bare) > 0 && loopback.check(bare, kindOf(bare)));
}

/** Why an address of the network is not asked, or undefined when it may be. `host` is the name that was declared. */
export function unreachable(
  address: string,
  host: string,
  { isInside }: Reach,
): string | undefined {
  const kind = kindOf(address);
  if (never.check(address, kind)) return `${host} lies at ${address}, where nobody's data stands`;
  if (loopback.check(address, kind)) {
    return isThisMachine(host) ? undefined : `${host} lies on this machine (${address})`;
  }
  if (isInside || !inside.check(address, kind)) return undefined;
  return `${host} lies in an inner network (${address}); say "inside": true where that is meant`;
}

/** Looks a name up as Node does, and refuses where it leads to a network that was not declared: also when it changes later. */
export function guardedLookup(reach: Reach) {
  return (host: string, options: LookupOptions, found: Found): void => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      if (error) return found(error, []);
      const reason = addresses
        .map(({ address }) => unreachable(address, host, reach))
        .find(Boolean);
      if (reason !== undefined) return found(new Error(reason), []);
      const [first] = addresses;
      if (options.all || !first) return found(null, addresses);
      return found(null, first.address, first.family);
    });
  };
}

const kindOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');
