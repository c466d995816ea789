import type { DeliveredRow, DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import type { TitleRecord } from '@manabi/kit/import/dataset/record';
import { opaqueId } from '@manabi/kit/opaque-id';
import { momentInJapan } from '@manabi/kit/opportunity/event-times';

import { TitleFormat } from './title.entity.js';
import { withSearch } from './title.search.js';

/** Where book lists go: what each says is kept, and the catalogue follows it. */
export const titleTarget: DeliveryTarget = {
  table: 'title_source',
  key: 'id',
  columns: [
    'bib_id',
    'isbn',
    'title',
    'author',
    'publisher',
    'year',
    'format',
    'subject_keys',
    'provenance',
    'search_text',
    'search_grams',
  ],
};

/** Forms by the words in which lists tell them. */
const formatOfWord: Readonly<Record<string, TitleFormat>> = {
  図書: TitleFormat.BOOK,
  絵本: TitleFormat.PICTURE_BOOK,
  大活字本: TitleFormat.LARGE_PRINT,
  デイジー録音図書: TitleFormat.DAISY,
  録音図書: TitleFormat.AUDIO_BOOK,
  点字資料: TitleFormat.BRAILLE,
  電子書籍: TitleFormat.EBOOK,
  雑誌: TitleFormat.MAGAZINE,
  視聴覚資料: TitleFormat.AUDIOVISUAL,
  その他: TitleFormat.OTHER,
};

/** What is known of a title beside its row. */
export interface TitleSetting {
  readonly dataset: string;
  readonly asOf: string;
  readonly licence?: string;
  /** The id of the title that has its ISBN already. */
  readonly knownId?: string | undefined;
}

/** A row of a book list as a title. */
export function deliveredTitle(record: TitleRecord, setting: TitleSetting): DeliveredRow {
  const { dataset, asOf, licence } = setting;
  const name = [record.title, record.subtitle, record.volume].filter(Boolean).join(' ');
  const facts = {
    title: { ja: name, ...(record.titleKana && { kana: record.titleKana }) },
    author: record.authors.length > 0 ? { ja: record.authors.join('、') } : null,
    publisher: record.publisher ?? null,
  };
  const { searchText, searchGrams } = withSearch({ ...facts });
  // Book lists number their rows anew each month; the number that names a title is its ISBN.
  const key = record.isbn ? `isbn:${record.isbn}` : (record.bibId ?? record.key);
  return {
    target: titleTarget,
    key,
    id: opaqueId('title source', dataset, key),
    values: {
      bib_id: setting.knownId ?? record.bibId ?? opaqueId('title', dataset, key),
      ...facts,
      isbn: record.isbn ?? null,
      year: record.publishedYear ?? null,
      format: formatOfWord[record.format ?? ''] ?? TitleFormat.BOOK,
      subject_keys: record.ndc ? [{ scheme: 'NDC', code: record.ndc }] : [],
      provenance: {
        department: 'library',
        dataset,
        asOf: momentInJapan(asOf).toISOString(),
        licence: licence ?? null,
        sample: record.sample ?? false,
      },
      search_text: searchText,
      search_grams: searchGrams,
    },
  };
}
