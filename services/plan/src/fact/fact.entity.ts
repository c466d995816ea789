import { Kept } from '@manabi/kit/column';
import type { SubjectKey } from '@manabi/kit/opportunity/opportunity.columns';
import { Entity, Property } from '@mikro-orm/decorators/legacy';

/** What the plan keeps of one opportunity of any department, as its feed told it: enough to count. */
@Entity()
export class OpportunityFact {
  @Property<OpportunityFact>({ primary: true, type: 'string', columnType: 'text' })
  opportunityId!: string;
  /** Name of the type, e.g. Course. */
  @Kept('text', { required: true }) kind!: string;
  /** What it is called in Japanese. */
  @Kept('text') label?: string | null;
  @Kept('text', { required: true }) department!: string;
  /** True for a composed example: it never enters an official figure. */
  @Kept('boolean', { required: true }) sample!: boolean;
  @Kept('timestamptz') startsAt?: Date | null;
  @Kept('timestamptz') endsAt?: Date | null;
  @Kept('text') venueCode?: string | null;
  @Kept('integer') capacity?: number | null;
  @Kept('integer') taken?: number | null;
  @Kept('integer') waiting?: number | null;
  /** Completed months of age, both ends included. */
  @Kept('integer') minMonths?: number | null;
  @Kept('integer') maxMonths?: number | null;
  /** Moment for which its department told it. */
  @Kept('timestamptz') asOf?: Date | null;
  /** Since when a newer delivery of its department should be there. */
  @Kept('timestamptz') overdueSince?: Date | null;
  @Kept('timestamptz') cancelledAt?: Date | null;
  @Kept('timestamptz') withdrawnAt?: Date | null;
  @Kept('text[]', { required: true }) audiences!: string[];
  @Kept('jsonb', { required: true }) subjectKeys!: SubjectKey[];
  /** When it takes place, as pairs of seconds since 1970. */
  @Kept('jsonb', { required: true }) times!: [starts: number, ends: number][];
  /** Service that told it, and the life of that service's numbering. */
  @Kept('text', { required: true }) source!: string;
  @Kept('text', { required: true }) epoch!: string;
}
