import { Kept, Key, Moment, Text, Value, Whole } from '@manabi/kit/column';
import type { SubjectKey } from '@manabi/kit/opportunity/opportunity.columns';
import { LocalText } from '@manabi/kit/value/local-text';
import { Provenance } from '@manabi/kit/value/provenance';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType } from 'type-graphql';

/** A place that takes school classes, and when. */
@Entity()
@ObjectType({ description: 'A place that takes school classes (見学の受入れ).' })
@Directive('@key(fields: "id")')
export class SiteVisit {
  @Key('Opaque and stable (識別子).') id!: string;
  @Value(() => LocalText, 'Name (名称).', { required: true, public: true }) title!: LocalText;
  @Value(() => LocalText, 'What a class sees and does (内容).', { public: true })
  summary?: LocalText | null;
  @Whole('Lowest school grade (対象学年、最低).', { public: true, min: 0, max: 12 })
  gradeFrom?: number | null;
  @Whole('Highest school grade (対象学年、最高).', { public: true, min: 0, max: 12 })
  gradeTo?: number | null;
  @Whole('Children that it takes at once (受入れ人数).', { public: true, min: 0 })
  capacity?: number | null;
  @Text('How to apply (申込方法).', { public: true, max: 2_000 }) howToApply?: string | null;
  @Moment('When somebody last confirmed the entry (最終確認日時).', { public: true })
  confirmedAt?: Date | null;
  @Moment('When it was given up (終了日時).', { public: true }) withdrawnAt?: Date | null;
  @Value(() => Provenance, 'Where it comes from (出典).', { required: true, public: true })
  provenance!: Provenance;

  @Kept('jsonb', { required: true }) subjectKeys!: SubjectKey[];
  /** Days of the week, 1 Monday to 7 Sunday. */
  @Kept('jsonb', { required: true }) weekdays!: number[];
  /** Months of the year, 1 to 12; none means all. */
  @Kept('jsonb', { required: true }) months!: number[];
  @Kept('text') facilityCode?: string | null;
  @Kept('text') culturalPropertyCode?: string | null;
  @Kept('text') departmentCode?: string | null;
  @Kept('text') sourceKey?: string | null;
  @Kept('text') sourceHash?: string | null;
}
