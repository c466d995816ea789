import type { DeliveredRow, DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import type { ReferenceCaseRecord } from '@manabi/kit/import/dataset/record';
import { isOpaqueId, opaqueId } from '@manabi/kit/opaque-id';
import { momentInJapan } from '@manabi/kit/opportunity/event-times';

import { withCaseSearch } from './reference-case.search.js';

/** Where lists of reference cases go. */
export const referenceCaseTarget: DeliveryTarget = {
  table: 'reference_case',
  key: 'id',
  columns: [
    'question',
    'answer',
    'process',
    'keywords',
    'answered_on',
    'branch_id',
    'source_isbns',
    'citations',
    'subject_keys',
    'provenance',
    'search_text',
    'search_grams',
  ],
};

/** What is known of a case beside its row. */
export interface CaseSetting {
  readonly dataset: string;
  readonly asOf: string;
  readonly licence?: string;
  /** The branch whose name the row gives. */
  readonly branchId?: string | undefined;
}

/** A row of a list of reference cases as one that is kept. */
export function deliveredCase(record: ReferenceCaseRecord, setting: CaseSetting): DeliveredRow {
  const { dataset, asOf, licence, branchId } = setting;
  const facts = {
    question: { ja: record.question },
    answer: { ja: record.answer },
    keywords: [...record.keywords],
  };
  const { searchText, searchGrams } = withCaseSearch({ ...facts });
  return {
    target: referenceCaseTarget,
    key: record.key,
    id: isOpaqueId(record.key) ? record.key : opaqueId('reference-case', dataset, record.key),
    values: {
      ...facts,
      process: record.process ?? null,
      answered_on: record.answeredOn ?? null,
      branch_id: branchId ?? null,
      source_isbns: record.isbns,
      citations: record.citations,
      subject_keys: record.ndcs.map((code) => ({ scheme: 'NDC', code })),
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
