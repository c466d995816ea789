import { z } from 'zod';

/** A whole number from the least one. */
export const whole = (least: number): z.ZodNumber => z.number().int().min(least);

/** A time in milliseconds, with the one that holds where none is said. */
export const milliseconds = (usual: number): z.ZodDefault<z.ZodNumber> => whole(1).default(usual);

/** True for the name of a time zone that this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
