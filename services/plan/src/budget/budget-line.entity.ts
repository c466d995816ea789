import { Kept, Key, Value, Whole } from '@manabi/kit/column';
import { LocalText } from '@manabi/kit/value/local-text';
import { Provenance } from '@manabi/kit/value/provenance';
import { Entity } from '@mikro-orm/decorators/legacy';
import { ObjectType } from 'type-graphql';

/** One line of the city's budget that pays for a measure. */
@Entity()
@ObjectType({ description: "One line of the city's budget that pays for a measure (予算の事項)." })
export class BudgetLine {
  @Key('Opaque and stable (識別子).') id!: string;
  @Value(() => LocalText, 'What is paid (事業名).', { required: true, public: true })
  title!: LocalText;
  @Whole('Fiscal year, from April (年度).', { required: true, public: true, min: 1900, max: 2200 })
  fiscalYear!: number;
  @Whole('Amount in thousands of yen (予算額、千円).', { required: true, public: true, min: 0 })
  amountThousandYen!: number;
  @Value(() => Provenance, 'Where it comes from (出典).', { required: true, public: true })
  provenance!: Provenance;
  @Kept('text', { required: true }) measureCode!: string;
  @Kept('text') departmentCode?: string | null;
  /** When a file no longer named it. */
  @Kept('timestamptz') withdrawnAt?: Date | null;
  @Kept('text') sourceKey?: string | null;
  @Kept('text') sourceHash?: string | null;
}
