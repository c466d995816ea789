import { Kept } from '@manabi/kit/column';
import { Entity, Property } from '@mikro-orm/decorators/legacy';

/** That somebody said of one record which is no opportunity that it stands for a measure. */
@Entity()
export class EvidenceLink {
  @Property<EvidenceLink>({ primary: true, type: 'string', columnType: 'text' })
  measureCode!: string;
  /** Name of the type, e.g. Desk. */
  @Property<EvidenceLink>({ primary: true, type: 'string', columnType: 'text' })
  kind!: string;
  @Property<EvidenceLink>({ primary: true, type: 'string', columnType: 'text' })
  recordId!: string;
}

/** That all records of a kind, or those of them with a word, stand for a measure, so that imported ones count too. */
@Entity()
export class EvidenceRule {
  @Property<EvidenceRule>({ primary: true, type: 'string', columnType: 'text' })
  id!: string;
  @Kept('text', { required: true }) measureCode!: string;
  /** Name of the type, e.g. Person. */
  @Kept('text', { required: true }) kind!: string;
  /** Beginning of a word that a record must have, e.g. role:COACH or NDC:7; any will do when null. */
  @Kept('text') word?: string | null;
}
