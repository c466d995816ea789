import { Flag, Kept, Key, Moment, Public, Text } from '@manabi/kit/column';
import type { FormerTime } from '@manabi/kit/opportunity/former-time';
import { Entity } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, ObjectType } from 'type-graphql';

/** One meeting of a course. */
@Entity()
@ObjectType({ description: 'One meeting of a course (講座の各回).' })
@Directive('@key(fields: "id")')
export class Session {
  @Key('Opaque and stable (識別子).') id!: string;
  @Kept('text', { required: true }) courseId!: string;
  /** Of one of these centres' rooms, or of a room elsewhere. */
  @Kept('text') roomId?: string | null;
  @Moment('Start (開始日時).', { required: true, public: true }) startsAt!: Date;
  @Moment('End (終了日時).', { public: true }) endsAt?: Date | null;
  @Flag('True when only the day is known (時刻未定).', { public: true }) allDay?: boolean;
  @Text('What this meeting is about (各回のテーマ).', { public: true }) topic?: string | null;
  @Text('Where it is, when that is not the place of its course (各回の会場).', { public: true })
  venueText?: string | null;
  @Moment('When it was cancelled (中止日時).', { public: true }) cancelledAt?: Date | null;
  @Text('What people should know of its cancellation or change (お知らせ).', {
    public: true,
    max: 500,
  })
  notice?: string | null;
  /** When it was to take place before, each time that it was moved. */
  @Kept('jsonb') formerTimes?: readonly FormerTime[] | null;

  /** What the department's file said of it, by column: what differs was changed by hand and outlasts the next file. */
  @Kept('jsonb') said?: Readonly<Record<string, string | number | null>> | null;

  @Public()
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was to start before it was moved (変更前の開始日時).',
    simple: true,
  })
  get formerStartsAt(): Date | null {
    const last = this.formerTimes?.at(-1);
    return last ? new Date(last.startsAt) : null;
  }
}
