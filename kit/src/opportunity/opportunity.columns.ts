import 'reflect-metadata';
import { Directive, Field, ObjectType } from 'type-graphql';

import { Choice, Choices, Kept, Key, Moment, Public, Text, Value, Whole } from '../column.js';
import { AgeRange } from '../value/age-range.js';
import { Fee } from '../value/fee.js';
import { LocalText } from '../value/local-text.js';
import { Period } from '../value/period.js';
import { Provenance } from '../value/provenance.js';
import { Attendance } from '../vocabulary/attendance.js';
import { Audience } from '../vocabulary/audience.js';
import { Seats, seatsTold } from '../vocabulary/seats.js';
import { Selection } from '../vocabulary/selection.js';

/** The key of a subject: a scheme (NDC, MEXT, SURVEY…) and a code in it. */
export interface SubjectKey {
  readonly scheme: string;
  readonly code: string;
}

/** What every department says of whatever it offers: five services keep these columns in tables of their own. */
@ObjectType()
export abstract class OpportunityColumns {
  @Key('Opaque and stable (識別子).') id!: string;
  @Value(() => LocalText, 'Name shown to residents (名称).', { required: true, public: true })
  title!: LocalText;
  @Value(() => LocalText, 'What it is about (説明).', { public: true }) summary?: LocalText | null;
  @Text('Page of the department (詳細ページ).', { public: true, max: 2_000 }) url?: string | null;
  @Text('Who holds it, as published (主催者).', { public: true }) organiser?: string | null;
  @Text('How to apply (申込方法).', { public: true, max: 2_000 }) howToApply?: string | null;
  @Choice(Attendance, 'At the venue or online (開催方法).', { public: true })
  attendance?: Attendance | null;
  @Directive('@listSize(assumedSize: 12)')
  @Choices(Audience, 'For whom it is meant (対象者).', { public: true })
  audiences?: Audience[] | null;
  @Value(() => AgeRange, 'Ages it is for (対象年齢).', { public: true }) ages?: AgeRange | null;
  @Value(() => Fee, 'What it costs (料金).', { public: true }) fee?: Fee | null;
  @Value(() => Selection, 'How places are given (選定).', { public: true })
  selection?: Selection | null;
  @Moment('First start (開始日時).', { public: true }) startsAt?: Date | null;
  @Moment('Last end (終了日時).', { public: true }) endsAt?: Date | null;
  @Moment('When it was cancelled (中止日時).', { public: true }) cancelledAt?: Date | null;
  @Moment('When its department withdrew it (掲載終了日時).', { public: true })
  withdrawnAt?: Date | null;
  @Text('Venue as the department wrote it (会場、原文).', { public: true }) venueText?:
    | string
    | null;
  @Text('Room as the department wrote it (部屋、原文).', { public: true }) roomText?: string | null;
  @Text('The record that took its place (後継の識別子).', { public: true }) replacedBy?:
    | string
    | null;
  @Value(() => Provenance, 'Where it comes from (出典).', { required: true, public: true })
  provenance!: Provenance;

  @Whole('Counts the changes of what is told of it; it never becomes smaller (改訂番号).', {
    public: true,
  })
  edition?: number | null;
  @Moment('When what is told of it last changed here; null since nothing did (改訂日時).', {
    public: true,
  })
  changedAt?: Date | null;

  @Kept('timestamptz') applyOpensAt?: Date | null;
  @Kept('timestamptz') applyClosesAt?: Date | null;
  @Kept('integer') capacity?: number | null;
  @Kept('integer') taken?: number | null;
  @Kept('integer') waiting?: number | null;
  @Kept('text') venueCode?: string | null;
  @Kept('jsonb', { required: true }) subjectKeys!: SubjectKey[];
  /** Data set and key under which a department's file names it; empty for what was entered here. */
  @Kept('text') sourceKey?: string | null;
  /** Tells whether the file's row changed since it was last read. */
  @Kept('text') sourceHash?: string | null;

  @Public()
  @Field(() => Period, {
    nullable: true,
    description: 'When one can apply (申込期間).',
    simple: true,
  })
  get applyPeriod(): Period | null {
    if (!this.applyOpensAt && !this.applyClosesAt) return null;
    return { opensAt: this.applyOpensAt ?? null, closesAt: this.applyClosesAt ?? null };
  }

  @Public()
  @Field(() => Seats, {
    nullable: true,
    description: 'Places and applicants, in numbers (定員).',
    simple: true,
  })
  get seats(): Seats | null {
    return seatsTold(this);
  }
}
