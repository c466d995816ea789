/**
 * A text as a literal of SQL, whatever it holds but NUL: for megabytes of JSON, which a driver's own quoting reads
 * character by character.
 */
export function literal(text: string): string {
  return `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
