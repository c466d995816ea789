import { momentInJapan } from '@manabi/kit/opportunity/event-times';

/** What is known of any row of a library's list beside the row itself. */
export interface ListSetting {
  readonly dataset: string;
  readonly asOf: string;
  readonly licence?: string;
}

/** The provenance of a row of such a list. */
export const listProvenance = (
  { dataset, asOf, licence }: ListSetting,
  sample = false,
): Readonly<Record<string, unknown>> => ({
  department: 'library',
  dataset,
  asOf: momentInJapan(asOf).toISOString(),
  licence: licence ?? null,
  sample,
});

/** A text of a list as texts are kept; null where the list says nothing. */
export const keptText = (ja: string | undefined, kana?: string): object | null =>
  ja === undefined ? null : { ja, ...(kana && { kana }) };

/** Numbers of a list as subjects are kept. */
export const ndcSubjects = (codes: readonly string[]): object[] =>
  codes.map((code) => ({ scheme: 'NDC', code }));
