import type { DeliveredRow, DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import type { DigitalItemRecord } from '@manabi/kit/import/dataset/library.record';
import { importedId } from '@manabi/kit/opportunity/opportunity.import';

import { type ListSetting, listProvenance, ndcSubjects } from '../listed/listed.import.js';
import { withItemSearch } from './digital-item.search.js';

/** Where lists of digitised items go. */
export const digitalItemTarget: DeliveryTarget = {
  table: 'digital_item',
  key: 'id',
  columns: [
    'kind',
    'title',
    'creator',
    'description',
    'made_in',
    'year',
    'rights',
    'rights_note',
    'url',
    'image_url',
    'branch_id',
    'heritage_codes',
    'subject_keys',
    'provenance',
    'search_text',
    'search_grams',
  ],
};

/** What is known of a digitised item beside its row. */
export interface ItemSetting extends ListSetting {
  readonly branchId: string | null;
  /** Codes of the cultural properties that it shows or tells of. */
  readonly heritageCodes: readonly string[];
}

/** A row of a list of digitised items as one that is kept. */
export function deliveredItem(record: DigitalItemRecord, setting: ItemSetting): DeliveredRow {
  const { key, title, titleKana, creator, description } = record;
  const facts = {
    title: { ja: title, ...(titleKana && { kana: titleKana }) },
    creator: creator === undefined ? null : { ja: creator },
    description: description === undefined ? null : { ja: description },
    madeIn: record.madeIn ?? null,
  };
  const { searchText, searchGrams } = withItemSearch({ ...facts });
  return {
    target: digitalItemTarget,
    key,
    id: importedId(setting.dataset, key),
    values: {
      kind: record.type,
      title: facts.title,
      creator: facts.creator,
      description: facts.description,
      made_in: facts.madeIn,
      year: record.year ?? null,
      rights: record.rights,
      rights_note: record.rightsNote ?? null,
      url: record.url ?? null,
      image_url: record.imageUrl ?? null,
      branch_id: setting.branchId,
      heritage_codes: setting.heritageCodes,
      subject_keys: ndcSubjects(record.ndcs),
      provenance: listProvenance(setting, record.sample),
      search_text: searchText,
      search_grams: searchGrams,
    },
  };
}
