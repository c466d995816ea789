import type { Fault } from './outcome.js';
import { type Reply, isObject, shortly } from './reply.js';
import type { Subject } from './subject.js';

/** A page of a subgraph's feed. */
export interface Page {
  readonly epoch: string;
  readonly next: string;
  readonly items: readonly Record<string, unknown>[];
}

const shape =
  'A page is {"epoch": text, "items": [{"id","kind","state":"updated"|"deleted","modified": number,"data"?}], "next": text}. See docs/feed.md.';

/** The part of an address that asks for what stands behind a cursor. */
export const after = (cursor: string | undefined): string =>
  cursor === undefined ? '' : `&after=${encodeURIComponent(cursor)}`;

/** A page of a feed, or what is wrong with what came. */
export async function pageAt(subject: Subject, path: string): Promise<Page | Fault> {
  const reply = await subject.get(path);
  return pageIn(reply) ?? { place: path, found: shortly(reply), remedy: shape };
}

function pageIn({ status, json }: Reply): Page | undefined {
  if (status !== 200 || !isObject(json)) return undefined;
  const { epoch, next, items } = json;
  if (typeof epoch !== 'string' || typeof next !== 'string' || !Array.isArray(items))
    return undefined;
  return items.every(isItem) ? { epoch, next, items } : undefined;
}

function isItem(item: unknown): item is Record<string, unknown> {
  if (!isObject(item)) return false;
  const { id, kind, state, modified, data } = item;
  const isKnown = state === 'updated' ? isObject(data) : state === 'deleted';
  return (
    typeof id === 'string' && typeof kind === 'string' && isKnown && typeof modified === 'number'
  );
}
