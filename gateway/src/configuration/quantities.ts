import { isIP } from 'node:net';
import { z } from 'zod';

/** A whole number from the least one. */
export const whole = (least: number): z.ZodNumber => z.number().int().min(least);

/** A time in milliseconds, with the one that holds where none is said. */
export const milliseconds = (usual: number): z.ZodDefault<z.ZodNumber> => whole(1).default(usual);

/** True for an address, or for a network written as an address and the length of its prefix. */
export function isNetwork(network: string): boolean {
  const [address = '', prefix, ...more] = network.split('/');
  const kind = isIP(address);
  if (kind === 0 || more.length > 0) return false;
  return (
    prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (kind === 6 ? 128 : 32))
  );
}

/** True for the name of a time zone that this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
