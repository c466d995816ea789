import { httpTransport } from '@manabi/gateway/transport/http';
import { type FeedSource } from '@manabi/kit/feed/feed.follow';
import { httpFeed, httpHead } from '@manabi/kit/feed/feed.http';

import type { OpenedServices } from '../city/opened.js';
import type { OwnSubgraph } from './own-subgraph.js';

/** The feeds of departments' own subgraphs, as far as they have any. */
export function ownFeeds(own: readonly OwnSubgraph[]): Record<string, FeedSource> {
  return Object.fromEntries(
    own.filter(({ tells }) => tells).map(({ name, url, key }) => [name, httpFeed(url.href, key)]),
  );
}

/** The services of a city with the ways to departments' own subgraphs beside them. */
export function joinOwn(opened: OpenedServices, own: readonly OwnSubgraph[]): OpenedServices {
  return {
    ...opened,
    transports: new Map([
      ...opened.transports,
      ...own.map(({ name, url, key }): [string, ReturnType<typeof httpTransport>] => [
        name,
        httpTransport({ url: url.href, signingKey: key }),
      ]),
    ]),
    // Who does not tell where its data stand is asked each time.
    heads: new Map([
      ...opened.heads,
      ...own
        .filter(({ tells }) => tells)
        .map(({ name, url, key }): [string, () => Promise<string>] => [
          name,
          httpHead(url.href, key),
        ]),
    ]),
  };
}
