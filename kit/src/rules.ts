import { z } from 'zod';

import type { RefusedInput } from './refused-input.js';

/** Input that its caller can mend: which fields, and what is expected of each. */
export class InputFault extends Error {
  override readonly name = 'InputFault';

  constructor(
    readonly fields: readonly { readonly field: string; readonly expected: string }[],
    readonly input: readonly RefusedInput[] = [],
  ) {
    super(fields.map(({ field, expected }) => `${field}: ${expected}`).join('; '));
  }
}

/** The rules of each class by property, as its columns said them; a subclass adds to those of its parent. */
const rules = new WeakMap<object, Record<string, z.ZodType>>();
const compiled = new WeakMap<object, z.ZodType>();

/** Remembers what is accepted as the value of one property of the class that owns this prototype. */
export function addRule(prototype: object, property: string, rule: z.ZodType): void {
  rules.set(prototype, { ...rules.get(prototype), [property]: rule });
}

/**
 * Checks an input object, and those within it, against what their columns accept. Throws an InputFault that lists the
 * fields; passes what has no rules.
 */
export function validateInput(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (typeof prototype !== 'object' || prototype === null) return;
  const checked = compiledRule(prototype)?.safeParse(value);
  if (checked?.error) {
    throw new InputFault(
      checked.error.issues.map(({ path, message }) => ({
        field: path.join('.'),
        expected: message,
      })),
      checked.error.issues.map(refusedBy),
    );
  }
  for (const part of Object.values(value)) validateInput(part);
}

const counted: Readonly<Record<string, RefusedInput['reason']>> = {
  string: 'LENGTH_OUT_OF_RANGE',
  array: 'ENTRIES_OUT_OF_RANGE',
  number: 'VALUE_OUT_OF_RANGE',
  int: 'VALUE_OUT_OF_RANGE',
};

/** What a rule says of a value, in the closed list of reasons. */
function refusedBy(issue: z.core.$ZodIssue): RefusedInput {
  const argument = issue.path.join('.');
  const reason = 'origin' in issue ? counted[issue.origin] : undefined;
  if (reason && issue.code === 'too_small')
    return { argument, reason, least: Number(issue.minimum) };
  if (reason && issue.code === 'too_big') return { argument, reason, most: Number(issue.maximum) };
  return { argument, reason: 'MALFORMED' };
}

function compiledRule(prototype: object): z.ZodType | undefined {
  const known = compiled.get(prototype);
  if (known) return known;
  const shape: Record<string, z.ZodType> = {};
  for (let at: object | null = prototype; at; at = Object.getPrototypeOf(at))
    Object.assign(shape, { ...rules.get(at), ...shape });
  if (Object.keys(shape).length === 0) return undefined;
  const rule = z.object(shape).loose();
  compiled.set(prototype, rule);
  return rule;
}
