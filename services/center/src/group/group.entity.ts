import { Choice, Kept, Key, Moment, Value, Whole } from '@manabi/kit/column';
import type { SubjectKey } from '@manabi/kit/opportunity/opportunity.columns';
import { LocalText } from '@manabi/kit/value/local-text';
import { Provenance } from '@manabi/kit/value/provenance';
import { Tri } from '@manabi/kit/value/tri';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType } from 'type-graphql';

import { Meeting } from '../value/meeting.js';

/** A circle or group of learners. */
@Entity({ tableName: 'learning_group' })
@ObjectType({ description: 'A circle or group of learners (サークル・団体).' })
@Directive('@key(fields: "id")')
export class Group {
  @Key('Opaque and stable (識別子).') id!: string;
  @Value(() => LocalText, 'Name (団体名).', { required: true, public: true }) name!: LocalText;
  @Value(() => LocalText, 'What it does (活動内容).', { public: true }) summary?: LocalText | null;
  @Whole('How many belong to it (会員数).', { public: true, min: 0 }) members?: number | null;
  @Whole('Monthly fee in yen; 0 is none (月会費、円).', { public: true, min: 0 })
  monthlyFeeYen?: number | null;
  @Choice(Tri, 'Whether it takes beginners (初心者の受入れ).', { public: true })
  acceptsBeginners?: Tri | null;
  @Value(() => Meeting, 'When and where it usually meets (定例の活動).', { public: true })
  meeting?: Meeting | null;
  @Whole('Year since which it is registered (登録年).', { public: true, min: 1900, max: 2200 })
  since?: number | null;
  @Moment('When somebody last confirmed the entry (最終確認日時).', { public: true })
  confirmedAt?: Date | null;
  @Moment('When the registration ended (登録終了日時).', { public: true })
  withdrawnAt?: Date | null;
  @Value(() => Provenance, 'Where it comes from (出典).', { required: true, public: true })
  provenance!: Provenance;

  @Kept('jsonb', { required: true }) subjectKeys!: SubjectKey[];
  @Kept('text') venueCode?: string | null;
  @Kept('text') fedByCourseId?: string | null;
  @Kept('text') email?: string | null;
  @Kept('text') phone?: string | null;
  /** Digest of the account of the resident who asked for it; none where a department made it. */
  @Kept('text') account?: string | null;
  @Kept('text') sourceKey?: string | null;
  @Kept('text') sourceHash?: string | null;
}
