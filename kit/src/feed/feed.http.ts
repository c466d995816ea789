import { request } from 'undici';
import { z } from 'zod';

import { sign, signatureHeader } from '../signature.js';
import type { FeedSource } from './feed.follow.js';
import type { FeedPage } from './publisher.js';

/** Milliseconds to wait for one page, or for a nudge to be heard. */
const patience = { page: 10_000, nudge: 2_000, head: 1_000 } as const;

/** Bytes of one answer at most: a page has 500 entries, and whoever sends without end must not fill our memory. */
const largest = { page: 64 * 1024 * 1024, head: 4_096 } as const;

const page = z.object({
  epoch: z.string(),
  items: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      state: z.enum(['updated', 'deleted']),
      modified: z.number(),
      data: z.record(z.string(), z.unknown()).optional(),
    }),
  ),
  next: z.string(),
  seen: z.string().optional(),
});

/** Reads a service's feed over HTTP, beside its address (`https://host/library/graphql` has `/library/feed`), signed with the feed's key or the service's own. Throws when it does not answer with a page. */
export function httpFeed(url: string, key: string): FeedSource {
  return async (cursor) => {
    const after = cursor ? `&after=${encodeURIComponent(cursor)}` : '';
    const place = new URL(`feed?limit=500${after}`, url);
    const answer = await request(place, {
      headers: { [signatureHeader]: sign(key, `GET ${place.pathname}${place.search}`) },
      headersTimeout: patience.page,
      bodyTimeout: patience.page,
    });
    if (answer.statusCode !== 200) {
      await answer.body.dump();
      throw new Error(`The feed at ${url} answered ${answer.statusCode} instead of a page.`);
    }
    // What was parsed has the shape of a page; zod writes its optional fields as "or undefined".
    return page.parse(await jsonOf(answer.body, largest.page)) as FeedPage;
  };
}

/** Reads the head of a service over HTTP, signed with the feed's key or the service's own. Throws when it does not answer with one within a second. */
export function httpHead(url: string, key: string): () => Promise<string> {
  return async () => {
    const place = new URL('feed/head', url);
    const answer = await request(place, {
      headers: { [signatureHeader]: sign(key, `GET ${place.pathname}`) },
      headersTimeout: patience.head,
      bodyTimeout: patience.head,
      // What drips is no answer within a second either.
      signal: AbortSignal.timeout(patience.head),
    });
    if (answer.statusCode !== 200) {
      await answer.body.dump();
      throw new Error(`The feed at ${url} answered ${answer.statusCode} instead of its head.`);
    }
    return z.object({ head: z.string() }).parse(await jsonOf(answer.body, largest.head)).head;
  };
}

async function jsonOf(body: AsyncIterable<Uint8Array>, limit: number): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > limit) throw new Error(`The answer has more than ${limit} bytes.`);
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

/** Tells a follower, by the key for nudges to it, that a service changed. A follower that does not hear it will look by itself. */
export async function nudgeOverHttp(follower: string, source: string, key: string): Promise<void> {
  const path = `/nudge?source=${encodeURIComponent(source)}`;
  try {
    const answer = await request(new URL(path, follower), {
      method: 'POST',
      headers: { [signatureHeader]: sign(key, `POST ${path}`) },
      headersTimeout: patience.nudge,
      bodyTimeout: patience.nudge,
    });
    await answer.body.dump();
  } catch {
    // Losing a nudge loses nothing: the follower looks every second.
  }
}
