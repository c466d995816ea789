import type { DeliveredRow, DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import type { BookSetRecord } from '@manabi/kit/import/dataset/library.record';
import { importedId } from '@manabi/kit/opportunity/opportunity.import';

import { type ListSetting, listProvenance, ndcSubjects } from '../listed/listed.import.js';
import { withSetSearch } from './book-set.search.js';

/** Where lists of sets of books go. */
export const bookSetTarget: DeliveryTarget = {
  table: 'book_set',
  key: 'id',
  columns: [
    'name',
    'school_subject',
    'unit',
    'grade_from',
    'grade_to',
    'copies',
    'bib_ids',
    'loan_days',
    'bookable_from',
    'bookable_until',
    'how_to_apply',
    'branch_id',
    'subject_keys',
    'provenance',
    'search_text',
    'search_grams',
  ],
};

/** What is known of a set of books beside its row. */
export interface SetSetting extends ListSetting {
  readonly branchId: string | null;
  /** The titles in it that the catalogue knows. */
  readonly bibIds: readonly string[];
}

/** A row of a list of sets as one that is kept. */
export function deliveredSet(record: BookSetRecord, setting: SetSetting): DeliveredRow {
  const { key, name, nameKana } = record;
  const facts = {
    name: { ja: name, ...(nameKana && { kana: nameKana }) },
    unit: record.unit ?? null,
  };
  const { searchText, searchGrams } = withSetSearch({ ...facts });
  return {
    target: bookSetTarget,
    key,
    id: importedId(setting.dataset, key),
    values: {
      ...facts,
      school_subject: record.schoolSubject ?? null,
      grade_from: record.gradeFrom ?? null,
      grade_to: record.gradeTo ?? null,
      copies: record.copies ?? null,
      bib_ids: setting.bibIds,
      loan_days: record.loanDays ?? null,
      bookable_from: record.bookableFrom ?? null,
      bookable_until: record.bookableUntil ?? null,
      how_to_apply: record.howToApply ?? null,
      branch_id: setting.branchId,
      subject_keys: ndcSubjects(record.ndcs),
      provenance: listProvenance(setting, record.sample),
      search_text: searchText,
      search_grams: searchGrams,
    },
  };
}
