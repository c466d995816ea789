import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** How one field was used: values looked at, how many of them were null, answers in which it failed, and when it last had a value (ISO 8601, or null). */
const fieldUse = z.strictObject({
  looked: z.number(),
  nulls: z.number(),
  failed: z.number(),
  lastValue: z.string().nullable(),
});

const operationUse = z.strictObject({
  contract: z.string(),
  role: z.string(),
  client: z.string().nullable(),
  purpose: z.string().nullable(),
  document: z.string(),
  since: z.string(),
  last: z.string(),
  times: z.number(),
  partly: z.number(),
  fields: z.record(z.string(), fieldUse),
});

const usedDocument = z.strictObject({
  name: z.string().nullable(),
  isTrusted: z.boolean(),
  shape: z.string(),
});

const usageFileContent = z.strictObject({
  version: z.literal(1),
  documents: z.record(z.string(), usedDocument),
  uses: z.array(operationUse),
});

/** How one field of an operation was used. */
export type FieldUse = z.infer<typeof fieldUse>;

/** How one system used one operation: who (role, system, purpose), which document (SHA-256), since when, how often, and how often with errors. */
export type OperationUse = z.infer<typeof operationUse>;

/** A document without what somebody wrote for itself, and its operation's name where it is trusted. */
export type UsedDocument = z.infer<typeof usedDocument>;

/** Everything that is known of the use of a graph. */
export type Usage = z.infer<typeof usageFileContent>;

/** The file of a folder in which the use of a graph is written down. */
export const usageFile = (folder: string): string => join(folder, 'usage.json');

/** Reads what is written down in a folder; nothing when it never was. Throws when the file is none of ours. */
export function readUsage(folder: string): Usage {
  const file = usageFile(folder);
  if (!existsSync(file)) return { version: 1, documents: {}, uses: [] };
  try {
    return usageFileContent.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new Error(`${file} is no record of use; put it aside, and a new one begins.`, { cause });
  }
}
