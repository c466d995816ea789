import { Day, Kept, Key, Text, Value, Values, Whole } from '@manabi/kit/column';
import { LocalText } from '@manabi/kit/value/local-text';
import { Provenance } from '@manabi/kit/value/provenance';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

/** One thing by which a grant is measured: what was aimed at, and what came of it. */
@ObjectType({
  description: 'One thing by which a grant is measured: the aim, and what came of it (成果指標).',
})
export class GrantOutcome {
  @Directive('@tag(name: "public")')
  @Field(() => String, { nullable: true, description: 'What is counted (指標).', simple: true })
  indicator!: string;

  @Directive('@tag(name: "public")')
  @Field(() => String, { nullable: true, description: 'In which unit (単位).', simple: true })
  unit!: string;

  @Directive('@tag(name: "public")')
  @Field(() => Int, { nullable: true, description: 'Aimed at (目標値).', simple: true })
  target?: number | null;

  @Directive('@tag(name: "public")')
  @Field(() => Int, { nullable: true, description: 'Reached (実績値).', simple: true })
  actual?: number | null;
}

/** Money that the city gave a group for its learning. */
@Entity({ tableName: 'grant_award' })
@ObjectType({ description: 'Money that the city gave a group for its learning (補助金).' })
@Directive('@key(fields: "id")')
export class Grant {
  @Key('Opaque and stable (識別子).') id!: string;
  @Value(() => LocalText, 'For what it was given (補助対象事業).', { required: true, public: true })
  title!: LocalText;
  @Text('Under which rules (補助制度).', { public: true }) program?: string | null;
  @Whole('Fiscal year, from April (年度).', { public: true, min: 1900, max: 2200 })
  fiscalYear?: number | null;
  @Whole('Amount in yen (交付額、円).', { public: true, min: 0 }) amountYen?: number | null;
  @Value(() => LocalText, 'What it is to bring about (目的).', { public: true })
  purpose?: LocalText | null;
  @Value(() => Provenance, 'Where it comes from (出典).', { required: true, public: true })
  provenance!: Provenance;
  @Kept('text') groupId?: string | null;
  @Kept('text') measureCode?: string | null;
  /** When a file no longer named it. */
  @Kept('timestamptz') withdrawnAt?: Date | null;
  @Kept('text') sourceKey?: string | null;
  @Kept('text') sourceHash?: string | null;
}

/** What a group reported of a grant. */
@Entity()
@ObjectType({ description: 'What a group reported of a grant (補助事業の報告書).' })
export class GrantReport {
  @Key('Opaque and stable (識別子).') id!: string;
  @Day('When it was handed in (提出日).', { public: true }) submittedOn?: string | null;
  @Value(() => LocalText, 'In words that anyone understands (活動報告).', { public: true })
  summary?: LocalText | null;
  @Whole('Spent of it in yen (執行額、円).', { public: true, min: 0 }) spentYen?: number | null;
  @Directive('@listSize(assumedSize: 5)')
  @Values(() => GrantOutcome, 'By what it is measured (成果指標).', { public: true })
  outcomes?: GrantOutcome[] | null;
  @Value(() => Provenance, 'Where it comes from (出典).', { required: true, public: true })
  provenance!: Provenance;
  @Kept('text', { required: true }) grantId!: string;
  /** When a file no longer named it. */
  @Kept('timestamptz') withdrawnAt?: Date | null;
  @Kept('text') sourceKey?: string | null;
  @Kept('text') sourceHash?: string | null;
}
