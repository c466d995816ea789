import { escaped } from '../told-page/html.js';
import { type Element, element, xmlDocument } from './xml.js';

/** One piece of news. */
export interface News {
  /** A URI that stays the same for ever. */
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** When it was published, or last changed. */
  readonly updatedAt: string;
  /** What it says, a line each. */
  readonly lines: readonly string[];
  readonly author: string;
  readonly categories: readonly string[];
}

/** News in the order in which they are told. */
export interface Feed {
  /** A URI that stays the same for ever. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The feed's own address. */
  readonly self: string;
  /** The page for people that shows the same. */
  readonly url: string;
  readonly news: readonly News[];
}

/** The ways in which feeds are written, by the endings of their addresses. */
export const feedForms = {
  rss: { type: 'application/rss+xml; charset=utf-8', write: rssText },
  atom: { type: 'application/atom+xml; charset=utf-8', write: atomText },
} as const;

/** Before every hub: stands where a feed holds no news. */
const never = '2020-01-01T00:00:00.000Z';

const lastOf = ({ news }: Feed): string =>
  news
    .map(({ updatedAt }) => updatedAt)
    .toSorted()
    .at(-1) ?? never;

/** Writes a feed as RSS 2.0. What is asked again and has not changed gives the same bytes. */
function rssText(feed: Feed): string {
  const channel = [
    element('title', feed.title),
    element('link', feed.url),
    element('description', feed.description),
    element('language', 'ja'),
    element('lastBuildDate', new Date(lastOf(feed)).toUTCString()),
    element('ttl', '60'),
    element('atom:link', '', { href: feed.self, rel: 'self', type: 'application/rss+xml' }),
    ...feed.news.map(rssItem),
  ];
  const spaces = {
    version: '2.0',
    'xmlns:atom': 'http://www.w3.org/2005/Atom',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  };
  return xmlDocument(element('rss', [element('channel', channel)], spaces));
}

function rssItem({ id, title, url, updatedAt, lines, author, categories }: News): Element {
  return element('item', [
    element('title', title),
    element('link', url),
    element('guid', id, { isPermaLink: 'false' }),
    element('pubDate', new Date(updatedAt).toUTCString()),
    // Readers take this for markup, so what is text is made text in markup first.
    element('description', lines.map((line) => `<p>${escaped(line)}</p>`).join('')),
    element('dc:creator', author),
    ...categories.map((category) => element('category', category)),
  ]);
}

/** Writes a feed as Atom (RFC 4287). What is asked again and has not changed gives the same bytes. */
function atomText(feed: Feed): string {
  const parts = [
    element('id', feed.id),
    element('title', feed.title),
    element('subtitle', feed.description),
    element('updated', lastOf(feed)),
    element('link', '', { rel: 'self', type: 'application/atom+xml', href: feed.self }),
    element('link', '', { rel: 'alternate', type: 'text/html', href: feed.url }),
    element('generator', 'Manabi Hub'),
    ...feed.news.map(atomEntry),
  ];
  const attributes = { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'ja' };
  return xmlDocument(element('feed', parts, attributes));
}

function atomEntry({ id, title, url, updatedAt, lines, author, categories }: News): Element {
  return element('entry', [
    element('id', id),
    element('title', title, { type: 'text' }),
    element('updated', updatedAt),
    element('link', '', { rel: 'alternate', type: 'text/html', href: url }),
    element('author', [element('name', author)]),
    ...categories.map((term) => element('category', '', { term })),
    element('summary', lines.join('\n'), { type: 'text' }),
  ]);
}
