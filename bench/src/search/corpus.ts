import type { FeedItem, FeedPage } from '@manabi/kit/feed/publisher';
import { fold } from '@manabi/kit/text/fold';
import type { GeneratedCity } from '@manabi/data/generator/generate-city';

/** Records on one page of the feed, as services give them. */
const pageSize = 500;

/** What a city's departments tell, ready to be read as a feed, with the texts by which brute force looks for it. */
export interface ToldCorpus {
  /** Folded text of each opportunity, by its id. */
  readonly texts: ReadonlyMap<string, string>;
  /** Titles as residents read them, not folded. */
  readonly titles: readonly string[];
  /** Reads the feed, page after page. */
  readonly read: (cursor: string | undefined) => Promise<FeedPage>;
  /** Settles when a reader was told that there is no more. */
  readonly toldAll: Promise<void>;
}

/** Prepares the feed before anything is measured: its pages stand as text, as they would come over HTTP. */
export function tellCity(city: GeneratedCity): ToldCorpus {
  const texts = new Map<string, string>();
  const titles: string[] = [];
  const pages: string[] = [];
  let items: FeedItem[] = [];
  for (const row of city.opportunities()) {
    const words = [row.title.ja, row.title.kana, row.summary.ja, row.organiser];
    texts.set(row.id, words.map((word) => fold(word ?? '')).join(' '));
    titles.push(row.title.ja);
    items.push(itemOf(row, titles.length));
    if (items.length < pageSize) continue;
    pages.push(JSON.stringify(items));
    items = [];
  }
  if (items.length > 0) pages.push(JSON.stringify(items));
  return { texts, titles, ...feedOf(pages) };
}

function itemOf(
  row: ReturnType<GeneratedCity['opportunities']> extends Generator<infer Row> ? Row : never,
  modified: number,
): FeedItem {
  const { id, kind, sessions, departmentCode, dataset, sample, asOf, ...told } = row;
  const data = {
    ...told,
    occurrences: sessions.map(({ startsAt, endsAt }) => ({ startsAt, endsAt, allDay: false })),
    provenance: { department: departmentCode, dataset, sample, asOf },
  };
  return { id, kind, state: 'updated', modified, data };
}

function feedOf(pages: readonly string[]): Pick<ToldCorpus, 'read' | 'toldAll'> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const epoch = 'bench';
  return {
    toldAll: promise,
    read: (cursor) => {
      const at = Number(cursor ?? 0);
      const page = pages[at];
      if (page === undefined) resolve();
      // The pages were written from feed items above.
      const items = JSON.parse(page ?? '[]') as FeedItem[];
      return Promise.resolve({ epoch, items, next: String(at + (page ? 1 : 0)) });
    },
  };
}
