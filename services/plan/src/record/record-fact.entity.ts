import { Kept } from '@manabi/kit/column';
import { Entity, Property } from '@mikro-orm/decorators/legacy';

/** What the plan keeps of one record of any department that is no opportunity, as its feed told it: enough to count. */
@Entity()
export class RecordFact {
  /** Name of the type, e.g. Desk. */
  @Property<RecordFact>({ primary: true, type: 'string', columnType: 'text' })
  kind!: string;
  @Property<RecordFact>({ primary: true, type: 'string', columnType: 'text' })
  recordId!: string;
  /** What it is called; empty where its department tells nobody. */
  @Kept('text') label?: string | null;
  /** Words of closed lists and subjects, e.g. role:COACH and NDC:72. */
  @Kept('text[]', { required: true }) words!: string[];
  /** Town block in which it lies. */
  @Kept('text') areaCode?: string | null;
  @Kept('text', { required: true }) department!: string;
  /** True for a composed example: it never enters an official figure. */
  @Kept('boolean', { required: true }) sample!: boolean;
  /** Moment for which its department told it. */
  @Kept('timestamptz') asOf?: Date | null;
  @Kept('timestamptz') withdrawnAt?: Date | null;
  /** Service that told it, and the life of that service's numbering. */
  @Kept('text', { required: true }) source!: string;
  @Kept('text', { required: true }) epoch!: string;
}
