import { z } from 'zod';

import type { SubjectKey } from '../opportunity/opportunity.columns.js';
import { localText } from '../opportunity/opportunity.published.js';
import type { Provenance } from '../value/provenance.js';
import type { PublishedData } from './publisher.js';

/**
 * What a follower may rely on of a record of any kind that is no opportunity: what it is called where that may be told,
 * whether it still stands, and who answers for it. Words of closed lists and subjects stand beside these.
 */
export const publishedRecord = z
  .object({
    name: localText.nullish(),
    title: localText.nullish(),
    areaCode: z.string().nullish(),
    withdrawnAt: z.iso.datetime({ offset: true }).nullish(),
    subjectKeys: z.array(z.object({ scheme: z.string(), code: z.string() })).nullish(),
    provenance: z.object({
      department: z.string(),
      sample: z.boolean(),
      asOf: z.unknown().optional(),
    }),
  })
  .loose();

export type PublishedRecord = z.infer<typeof publishedRecord>;

/** What the tables of most records share. */
interface RecordColumns {
  readonly withdrawnAt?: Date | null;
  readonly subjectKeys?: readonly SubjectKey[];
  readonly provenance: Provenance;
}

/** Tells a record by what a follower may rely on, and `told` of its own; name no person in it. */
export const publishRecord = (row: RecordColumns, told: PublishedData): PublishedData => ({
  ...told,
  subjectKeys: row.subjectKeys ?? [],
  withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
  provenance: Object.assign({}, row.provenance),
});
