import { Kept, Key, Moment, Texts, Value, Whole } from '@manabi/kit/column';
import type { SubjectKey } from '@manabi/kit/opportunity/opportunity.columns';
import { LocalText } from '@manabi/kit/value/local-text';
import { Provenance } from '@manabi/kit/value/provenance';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType } from 'type-graphql';

/** A time at which a lecture can be had, as it is kept. */
export interface KeptTime {
  readonly startsAt: Date | string;
  readonly endsAt: Date | string;
}

/** A lecture that an office gives where people are. */
@Entity()
@ObjectType({ description: 'A lecture that an office gives where people are (出前講座).' })
@Directive('@key(fields: "id")')
export class DeliveryLecture {
  @Key('Opaque and stable (識別子).') id!: string;
  @Value(() => LocalText, 'What it is about (テーマ).', { required: true, public: true })
  theme!: LocalText;
  @Value(() => LocalText, 'What one learns (内容).', { public: true }) summary?: LocalText | null;
  @Directive('@listSize(assumedSize: 3)')
  @Texts('Languages in which it is given, as BCP 47 tags (対応言語).', {
    required: true,
    public: true,
  })
  languages: string[] = [];
  @Whole('How long it takes, in minutes (所要時間、分).', { min: 1, public: true })
  minutes?: number | null;
  @Whole('People who must come at least (最少人数).', { min: 0, public: true })
  minimumAudience?: number | null;
  @Moment('When it was given up (廃止日時).', { public: true }) withdrawnAt?: Date | null;
  @Value(() => Provenance, 'Where it comes from (出典).', { required: true, public: true })
  provenance!: Provenance;

  @Kept('text', { required: true }) departmentCode!: string;
  @Kept('jsonb', { required: true }) subjectKeys!: SubjectKey[];
  @Kept('jsonb', { required: true }) times!: KeptTime[];
  /** Theme, reading and summary, folded for search. */
  @Kept('text', { required: true }) words!: string;
  @Kept('text') sourceKey?: string | null;
  @Kept('text') sourceHash?: string | null;
}
