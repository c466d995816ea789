import { Choice, Choices, Kept, Key, Moment, Text, Value, Values, Whole } from '@manabi/kit/column';
import type { SubjectKey } from '@manabi/kit/opportunity/opportunity.columns';
import { LocalText } from '@manabi/kit/value/local-text';
import { Provenance } from '@manabi/kit/value/provenance';
import { Tri } from '@manabi/kit/value/tri';
import { Audience } from '@manabi/kit/vocabulary/audience';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType } from 'type-graphql';

import { ClosingRule } from '@manabi/kit/opening/closing-rule';
import { DeskChannel } from '../value/desk-channel.js';
import { OpeningException } from '../value/opening-exception.js';
import { WeeklyHours } from '../value/weekly-hours.js';

/** A desk that gives advice. */
@Entity()
@ObjectType({ description: 'A desk that gives advice (相談窓口).' })
@Directive('@key(fields: "id")')
export class Desk {
  @Key('Opaque and stable (識別子).') id!: string;
  @Value(() => LocalText, 'Name (窓口名).', { required: true, public: true }) name!: LocalText;
  @Value(() => LocalText, 'On what it advises (相談内容).', { public: true })
  summary?: LocalText | null;
  @Directive('@listSize(assumedSize: 3)')
  @Choices(Audience, 'Whom it advises (対象者).', { public: true })
  audiences?: Audience[] | null;
  @Choice(Tri, 'Whether one must make an appointment (予約の要否).', { public: true })
  appointment?: Tri | null;
  @Directive('@listSize(assumedSize: 4)')
  @Choices(DeskChannel, 'How it can be reached (相談方法).', { public: true })
  channels?: DeskChannel[] | null;
  @Text('Telephone (電話番号).', { public: true }) phone?: string | null;
  @Text('Its page (ウェブページ).', { public: true, max: 2_000 }) url?: string | null;
  @Directive('@listSize(assumedSize: 8)')
  @Values(() => WeeklyHours, 'Hours by weekday (受付時間).', { public: true })
  hours?: WeeklyHours[] | null;
  @Directive('@listSize(assumedSize: 4)')
  @Values(() => ClosingRule, 'Rules by which it is closed (休業日).', { public: true })
  closedDays?: ClosingRule[] | null;
  @Directive('@listSize(assumedSize: 3)')
  @Values(
    () => OpeningException,
    'Days on which other hours hold, or none (臨時の受付時間・休業).',
    {
      public: true,
    },
  )
  exceptions?: OpeningException[] | null;
  @Whole('How many it advises at once (同時に相談できる組数).', { public: true, min: 0 })
  capacity?: number | null;
  @Text('Hours in words, as published (受付時間の説明).', { public: true, max: 2_000 })
  hoursNote?: string | null;
  @Moment('When somebody last confirmed the entry (最終確認日時).', { public: true })
  confirmedAt?: Date | null;
  @Moment('When it was given up (廃止日時).', { public: true }) withdrawnAt?: Date | null;
  @Value(() => Provenance, 'Where it comes from (出典).', { required: true, public: true })
  provenance!: Provenance;

  @Kept('jsonb', { required: true }) subjectKeys!: SubjectKey[];
  @Kept('text') departmentCode?: string | null;
  @Kept('text') venueCode?: string | null;
  @Kept('text') sourceKey?: string | null;
  @Kept('text') sourceHash?: string | null;
}
