import type { ServerResponse } from 'node:http';
import type { RequestRefused } from '../errors/gateway-error.js';
import { EventWriter } from './event-writer.js';

/** Tells a refusal by events, as the protocol wants it: a client of events could read nothing of another answer. */
export function respondRefused(response: ServerResponse, { errors }: RequestRefused): void {
  const writer = new EventWriter(response, { slowAfter: 1_000, onDrop: () => undefined });
  void writer.next(JSON.stringify({ errors }));
  writer.complete();
}
