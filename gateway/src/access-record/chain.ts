import { createHash } from 'node:crypto';

/** Where a chain of lines has come to. */
export interface Head {
  /** Lines so far. */
  readonly number: number;
  /** SHA-256 of the last line, without its line feed, in hex. */
  readonly hash: string;
}

/** Before the first line. */
export const beginning: Head = { number: 0, hash: '0'.repeat(64) };

/** Writes the next line of a chain: its number and the hash of the line before it come first. */
export function chained(head: Head, content: string): { line: string; head: Head } {
  const number = head.number + 1;
  // The content is a JSON object of ours; its brace is replaced by what links it.
  const line = `{"number":${number},"previous":"${head.hash}",${content.slice(1)}`;
  return { line, head: { number, hash: hashOf(line) } };
}

/** SHA-256 of a line, in hex. */
export function hashOf(line: string): string {
  return createHash('sha256').update(line).digest('hex');
}

/** What a line says of its place in the chain; undefined when it is no line of a chain. */
export function linkOf(
  line: string,
): { number: number; previous: string; value: object } | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if (!('number' in value) || !('previous' in value)) return undefined;
  const { number, previous } = value;
  if (!Number.isSafeInteger(number) || typeof previous !== 'string') return undefined;
  // Just seen to be one.
  return { number: number as number, previous, value };
}
