/** Why the system refused something: in the words given for its code (`ENOSPC`), else by the code, else as it was told. */
export function failureReason(cause: unknown, words: Readonly<Record<string, string>>): string {
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') {
    return words[cause.code] ?? cause.code;
  }
  return cause instanceof Error ? cause.message : String(cause);
}
