/** The closed list of reasons for which a service refuses; clients switch on it, people read the message. */
export const problemCodes = [
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'UNAVAILABLE',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** A refusal that its caller may read: what happened, what was expected, what to do. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly code: ProblemCode,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

/** Stops at what cannot happen; its message is for the log, callers read one neutral sentence. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Broken assumption: ${message}`);
}
