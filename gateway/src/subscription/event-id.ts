/** Where a stream stands: with which subgraph, and how far that has told. */
export interface Position {
  readonly service: string;
  readonly cursor: string;
}

/** The `id` of an event: opaque to clients, who send it back to go on from there. */
export function eventId({ service, cursor }: Position): string {
  return Buffer.from(`${service} ${cursor}`).toString('base64url');
}

/** The position that an `id` names; undefined when no event ever had it. */
export function positionOf(id: string): Position | undefined {
  if (id.length > 400 || !/^[\w-]+$/.test(id)) return undefined;
  const [service, cursor, ...more] = Buffer.from(id, 'base64url').toString('utf8').split(' ');
  return service && cursor && more.length === 0 ? { service, cursor } : undefined;
}
