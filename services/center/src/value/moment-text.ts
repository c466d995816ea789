import { z } from 'zod';

/** A moment as PostgreSQL writes it in a cursor, e.g. `2026-12-27 01:00:00+00`; `infinity` where there is none. */
export const momentText = z
  .string()
  .regex(/^(?:infinity|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-][\d:]{2,6})$/)
  .refine((text) => text === 'infinity' || !Number.isNaN(Date.parse(`${text.slice(0, 19)}Z`)));
