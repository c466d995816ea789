import { request } from 'undici';
import { z } from 'zod';

import { sign, signatureHeader } from '../signature.js';
import type { FeedSource } from './feed.follow.js';
import type { FeedPage } from './publisher.js';

/** Milliseconds to wait for one page, or for a nudge to be heard. */
const patience = { page: 10_000, nudge: 2_000, head: 1_000 } as const;

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
});

/** Reads a service's feed over HTTP, signed. Throws when it does not answer with a page. */
export function httpFeed(url: string, gatewayKey: string): FeedSource {
  return async (cursor) => {
    const path = `/feed?limit=500${cursor ? `&after=${encodeURIComponent(cursor)}` : ''}`;
    const answer = await request(new URL(path, url), {
      headers: { [signatureHeader]: sign(gatewayKey, `GET ${path}`) },
      headersTimeout: patience.page,
      bodyTimeout: patience.page,
    });
    if (answer.statusCode !== 200) {
      await answer.body.dump();
      throw new Error(`The feed at ${url} answered ${answer.statusCode} instead of a page.`);
    }
    // What was parsed has the shape of a page; zod writes its optional fields as "or undefined".
    return page.parse(await answer.body.json()) as FeedPage;
  };
}

/** Reads the head of a service over HTTP, signed. Throws when it does not answer with one within a second. */
export function httpHead(url: string, gatewayKey: string): () => Promise<string> {
  return async () => {
    const path = '/feed/head';
    const answer = await request(new URL(path, url), {
      headers: { [signatureHeader]: sign(gatewayKey, `GET ${path}`) },
      headersTimeout: patience.head,
      bodyTimeout: patience.head,
    });
    if (answer.statusCode !== 200) {
      await answer.body.dump();
      throw new Error(`The feed at ${url} answered ${answer.statusCode} instead of its head.`);
    }
    return z.object({ head: z.string() }).parse(await answer.body.json()).head;
  };
}

/** Tells a follower that a service changed. A follower that does not hear it will look by itself. */
export async function nudgeOverHttp(
  follower: string,
  source: string,
  gatewayKey: string,
): Promise<void> {
  const path = `/nudge?source=${encodeURIComponent(source)}`;
  try {
    const answer = await request(new URL(path, follower), {
      method: 'POST',
      headers: { [signatureHeader]: sign(gatewayKey, `POST ${path}`) },
      headersTimeout: patience.nudge,
      bodyTimeout: patience.nudge,
    });
    await answer.body.dump();
  } catch {
    // Losing a nudge loses nothing: the follower looks every second.
  }
}
