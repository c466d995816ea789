import { z } from 'zod';

/** What an operator may be told, and what is written down; each key says what it means and is safe when left out. */
export const observationSettings = z.strictObject({
  operator: z
    .strictObject({
      host: z
        .string()
        .min(1)
        .default('127.0.0.1')
        .describe('Address at which an operator looks; never one that clients reach.'),
      port: z
        .number()
        .int()
        .min(0)
        .max(65_535)
        .optional()
        .describe('Port of `/metrics`; 0 takes a free one, and without it there are no metrics.'),
    })
    .prefault({})
    .describe('Where metrics are read.'),
  tracing: z
    .strictObject({
      endpoint: z
        .url({ protocol: /^https?$/ })
        .optional()
        .describe(
          "Address of a collector's OTLP over HTTP, e.g. `http://127.0.0.1:4318/v1/traces`; without it nothing is traced.",
        ),
      ratio: z
        .number()
        .min(0)
        .max(1)
        .default(0.01)
        .describe('Part of the requests that are traced.'),
      followsSender: z
        .boolean()
        .default(false)
        .describe(
          'Whether a request is traced when its `traceparent` says so; only where no stranger can send one.',
        ),
    })
    .prefault({})
    .describe('Where traces go.'),
  access: z
    .strictObject({
      folder: z
        .string()
        .min(1)
        .optional()
        .describe(
          'Folder of the record of who asked for protected fields, for this gateway alone; in production `access-record` for the full graph.',
        ),
    })
    .prefault({})
    .describe('What is written down.'),
  usage: z
    .strictObject({
      folder: z
        .string()
        .min(1)
        .optional()
        .describe(
          'Folder of the record of which systems use which fields, for this gateway alone; without it nothing is counted.',
        ),
    })
    .prefault({})
    .describe('What is counted.'),
});

/** The settings of what is observed, as an operator writes them. */
export type GivenObservation = z.input<typeof observationSettings>;
