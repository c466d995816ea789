import { Choice, Choices, Kept, Key, Moment, Text, Texts, Value, Whole } from '@manabi/kit/column';
import { LocalText } from '@manabi/kit/value/local-text';
import { Provenance } from '@manabi/kit/value/provenance';
import { Audience } from '@manabi/kit/vocabulary/audience';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType, registerEnumType } from 'type-graphql';

/** How hard an exercise is. */
export enum Effort {
  LIGHT = 'LIGHT',
  MODERATE = 'MODERATE',
  HARD = 'HARD',
}

registerEnumType(Effort, {
  name: 'Effort',
  description: 'How hard an exercise is (運動の強さ).',
  valuesConfig: {
    LIGHT: { description: 'One can sing meanwhile (軽い).' },
    MODERATE: { description: 'One can talk meanwhile (中くらい).' },
    HARD: { description: 'One can hardly talk meanwhile (強い).' },
  },
});

/** A series of exercises that the sports department made with those for health. */
@Entity()
@ObjectType({
  description:
    'A series of exercises that the sports department made with those for health (健康づくりスポーツメニュー).',
})
@Directive('@key(fields: "id")')
export class HealthMenu {
  @Key('Opaque and stable (識別子).') id!: string;
  @Value(() => LocalText, 'Its name (名称).', { required: true, public: true }) name!: LocalText;
  @Value(() => LocalText, 'What it does (ねらい).', { public: true }) summary?: LocalText | null;
  @Directive('@listSize(assumedSize: 6)')
  @Texts('What to do, in order (手順).', { required: true, public: true })
  steps: string[] = [];
  @Whole('How long it takes, in minutes (所要時間、分).', { min: 1, public: true })
  minutes?: number | null;
  @Whole('How often in a week (週の回数).', { min: 1, max: 21, public: true })
  timesPerWeek?: number | null;
  @Choice(Effort, 'How hard it is (運動の強さ).', { public: true }) effort?: Effort | null;
  @Directive('@listSize(assumedSize: 3)')
  @Choices(Audience, 'For whom (対象者).', { required: true, public: true })
  audiences: Audience[] = [];
  @Text('What to mind (注意).', { public: true, max: 2_000 }) caution?: string | null;
  @Moment('When it was given up (掲載終了日時).', { public: true }) withdrawnAt?: Date | null;
  @Value(() => Provenance, 'Where it comes from (出典).', { required: true, public: true })
  provenance!: Provenance;

  /** Who made it together, in the order of the announcement. */
  @Kept('text[]', { required: true }) departmentCodes: string[] = [];
  /** Classes in which it is practised. */
  @Kept('text[]', { required: true }) classIds: string[] = [];
}
