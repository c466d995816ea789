/** What PostgreSQL and the ORM put on an error. Its message and detail hold values of the row, so they stay here. */
interface DatabaseFailure extends Error {
  readonly code: string;
  readonly table?: string;
  readonly constraint?: string;
  readonly column?: string;
}

/** Tells whether a database refused a statement, by the code of five characters that each refusal has (SQLSTATE). */
export function isDatabaseFailure(error: unknown): error is DatabaseFailure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
}

/** What a log may hold of a failure: of a database's refusal its kind, place and code, never a value of a row. */
export function withoutValues(error: unknown): unknown {
  if (!isDatabaseFailure(error)) return error;
  const { name, code, table, constraint, column, stack = '' } = error;
  const place = [table, column, constraint].filter(Boolean).join(', ');
  const message = `The database refused a statement (${code}${place && `: ${place}`}).`;
  const frames = stack.slice(Math.max(0, stack.indexOf('\n    at ')));
  return Object.assign(new Error(message), { name, code, stack: `${name}: ${message}${frames}` });
}

/** Tells whether a text held NUL, which no text of the database holds: whoever sent it is at fault, not the machine. */
export function isFromNul(error: unknown): boolean {
  if (!isDatabaseFailure(error)) return false;
  return error.code === '22021' || error.message.startsWith('invalid message format');
}
