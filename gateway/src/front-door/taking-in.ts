import type { ServerResponse } from 'node:http';

/** How fast a client takes in an answer at least. */
export interface TakingIn {
  /** Milliseconds that every client has, and bytes that it takes in each second beyond. */
  readonly takenWithin: number;
  readonly slowestReader: number;
}

/** Bytes that the system takes over at once, whatever the client does. */
const takenOver = 16 * 1024;

/**
 * Breaks a connection off on which an answer is taken in more slowly than allowed: one that is read a byte at a time
 * would be held for as long as its reader likes, and its connection never silent.
 */
export function expectTaken(
  response: ServerResponse,
  bytes: number,
  { takenWithin, slowestReader }: TakingIn,
): void {
  if (bytes <= takenOver || response.writableFinished || response.destroyed) return;
  const allowed = takenWithin + (bytes / slowestReader) * 1000;
  const timer = setTimeout(() => response.destroy(), allowed).unref();
  response.once('close', () => clearTimeout(timer));
}
