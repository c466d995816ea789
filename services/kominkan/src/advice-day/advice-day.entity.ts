import { Choice, Kept, Key, Moment, Text, Value, Whole } from '@manabi/kit/column';
import { LocalText } from '@manabi/kit/value/local-text';
import { Provenance } from '@manabi/kit/value/provenance';
import { Tri } from '@manabi/kit/value/tri';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType } from 'type-graphql';

/** A day on which an advice desk sits in a community centre. */
@Entity()
@ObjectType({
  description: 'A day on which an advice desk sits in a community centre (出前相談日).',
})
@Directive('@key(fields: "id")')
export class AdviceDay {
  @Key('Opaque and stable (識別子).') id!: string;
  @Value(() => LocalText, 'On what it advises (相談のテーマ).', { required: true, public: true })
  theme!: LocalText;
  @Value(() => LocalText, 'Who listens, and how (内容).', { public: true })
  summary?: LocalText | null;
  @Moment('Start (開始日時).', { required: true, public: true }) startsAt!: Date;
  @Moment('End (終了日時).', { required: true, public: true }) endsAt!: Date;
  @Whole('How many can be heard (相談枠数).', { min: 0, public: true }) places?: number | null;
  /** How many more can be heard: told in steps. */
  @Kept('integer') placesLeft?: number | null;
  @Whole('Minutes for each (一件の時間、分).', { min: 1, public: true }) minutesEach?:
    | number
    | null;
  @Choice(Tri, 'Whether one must make an appointment (予約の要否).', {
    required: true,
    public: true,
  })
  appointment: Tri = Tri.UNKNOWN;
  @Text('How to apply (申込方法).', { public: true, max: 2_000 }) howToApply?: string | null;
  @Moment('When it was called off (中止日時).', { public: true }) cancelledAt?: Date | null;
  @Value(() => Provenance, 'Where it comes from (出典).', { required: true, public: true })
  provenance!: Provenance;

  @Kept('text', { required: true }) deskId!: string;
  @Kept('text') venueCode?: string | null;
  @Kept('text') roomId?: string | null;
}
