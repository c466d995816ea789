import type { PublishedOpportunity } from '@manabi/kit/opportunity/opportunity.published';
import type { EntityManager } from '@mikro-orm/postgresql';

/** What a department told of a lottery for one room and one month of use. */
export interface KnownLottery {
  readonly id: string;
  readonly data: {
    readonly facilityCode: string;
    readonly roomName: string;
    readonly month?: string | null;
    readonly opensAt: string;
    readonly closesAt: string;
    readonly odds?: { readonly applied: number; readonly won: number } | null;
    readonly provenance: {
      readonly department: string;
      readonly dataset?: string | null;
      readonly asOf?: string | null;
      readonly licence?: string | null;
      readonly sample: boolean;
    };
  };
}

/** The index's copy of an opportunity, as far as a calendar tells of it. */
export interface KnownOffer {
  readonly id: string;
  readonly kind: string;
  readonly data: Omit<PublishedOpportunity, (typeof untold)[number]>;
}

/** What a calendar does not tell of an opportunity: most of its bytes, of thousands in one answer. */
const untold = ['summary', 'occurrences', 'subjectKeys', 'audiences', 'ages', 'leaderIds'] as const;

/** The index's copies with these ids, in no order. */
export function offersByIds(em: EntityManager, ids: readonly string[]): Promise<KnownOffer[]> {
  return em.execute<KnownOffer[]>(
    `select id, kind, data - array['${untold.join("','")}'] as data from opportunity_entry
     where id = any(array[?]::text[])`,
    [ids],
  );
}

/** The lotteries with these ids, in no order. */
export function lotteriesByIds(em: EntityManager, ids: readonly string[]): Promise<KnownLottery[]> {
  return em.execute<KnownLottery[]>(
    'select id, data from lottery_window where id = any(array[?]::text[])',
    [ids],
  );
}
