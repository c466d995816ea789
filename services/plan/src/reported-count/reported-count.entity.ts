import { Kept } from '@manabi/kit/column';
import type { Provenance } from '@manabi/kit/value/provenance';
import { Entity, Property } from '@mikro-orm/decorators/legacy';

/** What a department reports of one month: a number of people or of their acts, and nobody in particular. */
@Entity()
export class ReportedCount {
  @Property<ReportedCount>({ primary: true, type: 'string', columnType: 'text' })
  id!: string;
  @Kept('text', { required: true }) department!: string;
  @Kept('text') facilityCode?: string | null;
  /** YYYY-MM, in Japan. */
  @Kept('text', { required: true }) month!: string;
  /** PARTICIPANTS, LOANS or VISITS. */
  @Kept('text', { required: true }) measure!: string;
  /** One of the bands of the statistics, e.g. 65+; empty where ages were not told apart. */
  @Kept('text') ageBand?: string | null;
  @Kept('integer', { required: true }) count!: number;
  @Kept('jsonb', { required: true }) provenance!: Provenance;
  @Kept('timestamptz') withdrawnAt?: Date | null;
  /** Data set and key under which a file names it; empty for what was entered here. */
  @Kept('text') sourceKey?: string | null;
  /** Tells whether the file's row changed since it was last read. */
  @Kept('text') sourceHash?: string | null;
}
