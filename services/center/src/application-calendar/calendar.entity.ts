import { Public } from '@manabi/kit/column';
import { Fee } from '@manabi/kit/value/fee';
import { LocalText } from '@manabi/kit/value/local-text';
import { Period } from '@manabi/kit/value/period';
import { Provenance } from '@manabi/kit/value/provenance';
import { Selection } from '@manabi/kit/vocabulary/selection';
import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

import { CalendarEvent } from './calendar-event.entity.js';
import type { CalendarAsked } from './calendar.search.js';
import { LifeStage } from './life-stage.rules.js';

/** How many applied in past lotteries, and how many won. */
@ObjectType({ description: 'How many applied in past lotteries, and how many won (抽選の実績).' })
export class CalendarOdds {
  @Public()
  @Field(() => Int, { nullable: true, description: 'Who applied (申込数).', simple: true })
  applied!: number;

  @Public()
  @Field(() => Int, { nullable: true, description: 'Who won (当選数).', simple: true })
  won!: number;
}

/** One moment at which an application opens or closes, lots are drawn or must be confirmed. */
@ObjectType({
  description:
    'One moment of the calendar of applications: of an opportunity, or of the lottery for a room or court (申込カレンダーの一件).',
})
export class CalendarLine {
  readonly venueCode!: string | null;
  readonly opportunityKey!: { readonly id: string; readonly kind: string } | null;

  @Public()
  @Field(() => CalendarEvent, {
    nullable: true,
    description: 'What happens (出来事).',
    simple: true,
  })
  event!: CalendarEvent;
  @Public()
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When (日時).', simple: true })
  at!: Date;
  @Public()
  @Field(() => LocalText, {
    nullable: true,
    description: 'The opportunity, or the room and month of a lottery (名称).',
    simple: true,
  })
  title!: LocalText;
  @Public()
  @Field(() => Period, {
    nullable: true,
    description: 'When one can apply (申込期間).',
    simple: true,
  })
  applyPeriod!: Period;
  @Public()
  @Field(() => Selection, {
    nullable: true,
    description: 'How places are given (選定).',
    simple: true,
  })
  selection!: Selection | null;
  @Public()
  @Field(() => Fee, { nullable: true, description: 'What it costs (料金).', simple: true })
  fee!: Fee | null;
  @Public()
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'First start of the opportunity (開始日時).',
    simple: true,
  })
  startsAt!: Date | null;
  @Public()
  @Field(() => ID, {
    nullable: true,
    description: 'The lottery for a room or court, where it is one (抽選の識別子).',
    simple: true,
  })
  lotteryId!: string | null;
  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'The room or court, or the room as written (部屋).',
    simple: true,
  })
  roomName!: string | null;
  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'Counts the changes of what is told of the opportunity (改訂番号).',
    simple: true,
  })
  edition!: number | null;
  @Public()
  @Field(() => CalendarOdds, {
    nullable: true,
    description: 'What became of earlier applications for the room (過去の当選実績).',
    simple: true,
  })
  odds!: CalendarOdds | null;
  @Public()
  @Field(() => Provenance, {
    nullable: true,
    description: 'Who says so, as of when and under which licence (出典).',
    simple: true,
  })
  provenance!: Provenance;
}

/** What opens and closes in one area for one time of life. */
@ObjectType({
  description: 'What opens and closes in one area for one time of life (地域・ライフステージ別).',
})
export class CalendarGroup {
  readonly areaCode!: string | null;

  @Public()
  @Field(() => LifeStage, {
    nullable: true,
    description: 'For whom (ライフステージ).',
    simple: true,
  })
  lifeStage!: LifeStage;
  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'Applications that open (受付開始の数).',
    simple: true,
  })
  opens!: number;
  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'Applications that close (締切の数).',
    simple: true,
  })
  closes!: number;
  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'Draws and last days to confirm (抽選・確定期限の数).',
    simple: true,
  })
  draws!: number;
  @Public()
  @Directive('@listSize(assumedSize: 5)')
  @Field(() => [CalendarLine], {
    nullable: true,
    description: 'The first of them (先頭の数件).',
    simple: true,
  })
  lines!: readonly CalendarLine[];
}

/** All that opens or closes in a time. */
@ObjectType({
  description: 'All whose application opens or closes in a time (申込カレンダー).',
})
export class ApplicationCalendar {
  readonly asked!: CalendarAsked;
}
