import { suggestionList } from 'graphql/jsutils/suggestionList.js';
import { z } from 'zod';

/** Settings that cannot be used; the message names every key that is unknown, missing or wrong. */
export class SettingsRefused extends Error {
  override readonly name = 'SettingsRefused';
}

/** What is said of a setting that names a file nobody can read. */
export function fileRefused(setting: string, cause: unknown): SettingsRefused {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new SettingsRefused(`"${setting}" names a file that cannot be read: ${reason}`, { cause });
}

/** Reads settings by their schema. Throws SettingsRefused, which names for each unknown key the nearest right one. */
export function readSettings<Schema extends z.ZodObject>(
  schema: Schema,
  given: unknown,
): z.output<Schema> {
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const faults = read.error.issues.flatMap((issue) => faultsOf(issue, schema));
  throw new SettingsRefused(`The configuration cannot be used: ${faults.join('; ')}.`);
}

/** The keys an object of settings may have, at a path from the whole; undefined where there is none. */
export function keysAt(
  schema: z.ZodType,
  path: readonly PropertyKey[],
): Readonly<Record<string, z.ZodType>> | undefined {
  const inner = withoutDefaults(schema);
  if (inner instanceof z.ZodArray && path.length > 0) {
    // What stands in a list of settings is a schema of the same kind.
    return keysAt(inner.element as z.ZodType, path.slice(1));
  }
  if (!(inner instanceof z.ZodObject)) return undefined;
  // A strict object's shape holds schemas only.
  const shape = inner.shape as Record<string, z.ZodType>;
  const [key, ...rest] = path;
  if (key === undefined) return shape;
  const below = shape[String(key)];
  return below && keysAt(below, rest);
}

/** A schema without what is said of its absence. */
export function withoutDefaults(schema: z.ZodType): z.ZodType {
  let inner = schema;
  while (
    inner instanceof z.ZodDefault ||
    inner instanceof z.ZodPrefault ||
    inner instanceof z.ZodOptional ||
    inner instanceof z.ZodExactOptional
  ) {
    // What these wrap is a schema of the same kind.
    inner = inner.unwrap() as z.ZodType;
  }
  return inner;
}

function faultsOf(issue: z.core.$ZodIssue, schema: z.ZodType): string[] {
  const place = issue.path.map(String);
  if (issue.code !== 'unrecognized_keys') {
    return [`"${place.join('.')}": ${issue.message.replace(/^Invalid input: /, '')}`];
  }
  const known = Object.keys(keysAt(schema, issue.path) ?? {});
  return issue.keys.map((key) => {
    const [nearest = ''] = suggestionList(key, known);
    const instead = nearest ? `did you mean "${[...place, nearest].join('.')}"?` : knownKeys(known);
    return `"${[...place, key].join('.')}" is no setting, ${instead}`;
  });
}

function knownKeys(known: readonly string[]): string {
  return `the settings here are ${known.join(', ')}`;
}
