import { useSyncExternalStore } from 'react';

import type { Language } from './language/words.js';

/** The views of the workbench and the path of each. */
const paths = {
  statistics: '/workbench',
  explore: '/workbench/explore',
  coverage: '/workbench/coverage',
  saved: '/workbench/saved',
} as const;

/** One view of the workbench. */
export type View = keyof typeof paths;

/** What the page's address says: it holds the whole question, so that a link or the back button brings it back. */
export interface Address {
  readonly view: View;
  readonly language: Language;
  readonly said: URLSearchParams;
  /** What stands behind the #: texts that are nobody's business but the reader's, and are never sent. */
  readonly behind: URLSearchParams;
}

/** Where a link leads: what is not said stays out; the language goes along. */
export interface Goal {
  readonly view: View;
  readonly said?: URLSearchParams;
  readonly behind?: URLSearchParams;
}

const views = Object.entries(paths).toSorted(([, one], [, other]) => other.length - one.length);

/** Reads an address of the workbench. An unknown path is the first view. */
export function addressOf(url: URL): Address {
  const [view = 'statistics'] = views.find(([, path]) => url.pathname === path) ?? [];
  return {
    // The names of the table of paths.
    view: view as View,
    language: url.searchParams.get('lang') === 'en' ? 'en' : 'ja',
    said: url.searchParams,
    behind: new URLSearchParams(url.hash.slice(1)),
  };
}

/** The address that leads to a goal in a language. */
export function hrefOf({ view, said, behind }: Goal, language: Language): string {
  const query = new URLSearchParams(said);
  query.delete('lang');
  if (language === 'en') query.set('lang', 'en');
  const hash = behind && behind.size > 0 ? `#${behind}` : '';
  return `${paths[view]}${query.size > 0 ? `?${query}` : ''}${hash}`;
}

const heard = new Set<() => void>();

const hear = (listener: () => void): (() => void) => {
  heard.add(listener);
  addEventListener('popstate', listener);
  addEventListener('hashchange', listener);
  return () => {
    heard.delete(listener);
    removeEventListener('popstate', listener);
    removeEventListener('hashchange', listener);
  };
};

/** The address as it stands, again each time it changes. */
export function useHref(): string {
  return useSyncExternalStore(hear, () => location.href);
}

/** Goes to an address of the workbench without loading the page; the back button leads back, unless it is replaced. */
export function go(href: string, isReplaced = false): void {
  if (new URL(href, location.href).href === location.href) return;
  history[isReplaced ? 'replaceState' : 'pushState'](null, '', href);
  for (const listener of heard) listener();
}
