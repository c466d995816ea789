import type { FeedItem } from '@manabi/kit/feed/publisher';
import { fold } from '@manabi/kit/text/fold';
import { generateCity } from '@manabi/data/generator/generate-city';

/** One opportunity as a feed tells it, with the folded text by which brute force looks for it. */
export interface Told {
  readonly item: FeedItem;
  readonly text: string;
}

/** Makes opportunities of a city of this size as their feeds would tell them; the same every time. */
export function* toldOpportunities(count: number, today: string): Generator<Told> {
  const city = generateCity({
    seed: 20_261_005,
    scale: { opportunities: count, facilities: 400 },
    today,
  });
  let modified = 0;
  for (const row of city.opportunities()) {
    modified += 1;
    const { id, kind, sessions, departmentCode, dataset, sample, asOf, ...told } = row;
    const data = {
      ...told,
      occurrences: sessions.map(({ startsAt, endsAt }) => ({ startsAt, endsAt, allDay: false })),
      provenance: { department: departmentCode, dataset, sample, asOf },
    };
    const words = [
      told.title.ja,
      told.title.kana,
      told.summary.ja,
      told.summary.kana,
      told.organiser,
    ];
    yield {
      item: { id, kind, state: 'updated', modified, data },
      text: words.map((word) => fold(word ?? '')).join(' '),
    };
  }
}
