import { Kept, Key, Moment, Whole } from '@manabi/kit/column';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType } from 'type-graphql';

/** One time at which an experience programme is held. */
@Entity()
@ObjectType({ description: 'One time at which an experience programme is held (体験の開催回).' })
@Directive('@key(fields: "id")')
export class ExperienceSession {
  @Key('Opaque and stable (識別子).') id!: string;
  @Moment('Start (開始日時).', { required: true, public: true }) startsAt!: Date;
  @Moment('End (終了日時).', { required: true, public: true }) endsAt!: Date;
  @Whole('Places (定員).', { public: true, min: 0 }) capacity?: number | null;
  @Whole('Supporters it needs (必要な支援者の数).', { public: true, min: 0 })
  supportersNeeded?: number;
  @Moment('When it was cancelled (中止日時).', { public: true }) cancelledAt?: Date | null;

  @Kept('text', { required: true }) programId!: string;
  @Kept('integer') taken?: number | null;
  /** When a file no longer named it. */
  @Kept('timestamptz') withdrawnAt?: Date | null;
  @Kept('text') sourceKey?: string | null;
  @Kept('text') sourceHash?: string | null;
}
