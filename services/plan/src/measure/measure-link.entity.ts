import { Kept } from '@manabi/kit/column';
import { Entity, Property } from '@mikro-orm/decorators/legacy';

/** That somebody said of one opportunity that it carries out a measure. */
@Entity()
export class MeasureLink {
  @Property<MeasureLink>({ primary: true, type: 'string', columnType: 'text' })
  measureCode!: string;
  @Property<MeasureLink>({ primary: true, type: 'string', columnType: 'text' })
  opportunityId!: string;
}

/**
 * That all opportunities of a kind, subject, audience or department, or with a word in their name, carry out a measure, so that
 * imported records count too.
 * What is left out does not restrict; at least one is said.
 */
@Entity()
export class MeasureRule {
  @Property<MeasureRule>({ primary: true, type: 'string', columnType: 'text' })
  id!: string;
  @Kept('text', { required: true }) measureCode!: string;
  /** Name of the type, e.g. Course. */
  @Kept('text') kind?: string | null;
  /** Classification and the beginning of a code in it; both or neither. */
  @Kept('text') subjectScheme?: string | null;
  @Kept('text') subjectPrefix?: string | null;
  /** A word of Audience. */
  @Kept('text') audience?: string | null;
  /** Code of the department that answers for it. */
  @Kept('text') department?: string | null;
  /** Japanese words of which one stands in its name. */
  @Kept('text[]') words?: string[] | null;
}
