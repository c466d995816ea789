/** Milliseconds to wait before a subgraph is subscribed to again, after so many failures in a row. */
export function backOff(failures: number): number {
  const most = Math.min(5_000, 100 * 2 ** Math.min(failures, 10));
  // Many streams lose one subgraph at once and must not all come back at once.
  return most * (0.5 + Math.random() / 2);
}
