import { z } from 'zod';

/** One data set that a department gives in again and again, and until when. */
const expected = z.strictObject({
  department: z.string().min(1).describe('Whose data set it is.'),
  dataset: z.string().min(1).describe('Its name, as `hub deliveries` tells it.'),
  every: z.enum(['day', 'week', 'month', 'year']).describe('How often it is given in anew.'),
  by: z
    .number()
    .int()
    .min(1)
    .max(366)
    .default(1)
    .describe(
      'The last day on which it is in time: of the month (31 is its last), of the week (1 is Monday) or of the fiscal year (1 is 1 April).',
    ),
  mode: z
    .enum(['full', 'delta'])
    .optional()
    .describe('Whether a file is the whole list; the map says it, else it is a delta.'),
});

/** How a city takes deliveries: the keys of `deliveries.json` in its home. */
export const deliverySettings = z.strictObject({
  bytes: z
    .number()
    .int()
    .min(1024)
    .default(64 * 1024 * 1024)
    .describe('Bytes of an upload at most.'),
  idle: z
    .number()
    .int()
    .min(1)
    .default(30)
    .describe('Seconds without a byte after which an upload is broken off.'),
  slowest: z
    .number()
    .int()
    .min(1)
    .default(32 * 1024)
    .describe(
      'Bytes a second that an upload comes with at least: a minute and so long for its size, and it is broken off.',
    ),
  keepDays: z
    .number()
    .int()
    .min(1)
    .default(800)
    .describe(
      'Days for which files that were taken or refused, reports, and what stood before a delivery are kept; what was taken last of a data set stays.',
    ),
  lookEvery: z
    .number()
    .int()
    .min(1)
    .default(60)
    .describe('Seconds between two looks into the inbox.'),
  expected: z.array(expected).max(1000).default([]).describe('The data sets that are expected.'),
});

/** How a city takes deliveries, with everything decided. */
export type DeliverySettings = z.output<typeof deliverySettings>;

/** A data set that is expected. */
export type ExpectedDelivery = z.output<typeof expected>;
