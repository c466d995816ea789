import { Public } from '@manabi/kit/column';
import type { PageInfo } from '@manabi/kit/connection/page-info';
import { AgeRange } from '@manabi/kit/value/age-range';
import { Fee } from '@manabi/kit/value/fee';
import { LocalText } from '@manabi/kit/value/local-text';
import { Period } from '@manabi/kit/value/period';
import { Audience } from '@manabi/kit/vocabulary/audience';
import { ApplicationState } from '@manabi/kit/vocabulary/application-state';
import { Seats } from '@manabi/kit/vocabulary/seats';
import { Selection } from '@manabi/kit/vocabulary/selection';
import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

import type { Search } from './opportunity.input.js';
import { OpportunityKind } from './opportunity-kind.entity.js';
import type { ReadingRow } from './reading.search.js';

/** One time of an opportunity as its department told it, in ISO 8601. */
export interface ToldTime {
  readonly startsAt?: string | null | undefined;
  readonly endsAt?: string | null | undefined;
}

/** One opportunity that a search found: the index's own copy, and the way to its owner. */
@ObjectType({
  description:
    "One opportunity that was found: the index's own copy, which answers even when its department is silent (検索結果).",
})
export class OpportunityEdge {
  readonly id!: string;
  readonly venueCode!: string | null;
  /** Its times as they were told; without any, its whole stretch. */
  readonly times!: readonly ToldTime[];

  @Public()
  @Field(() => String, { description: 'Where it stands in the list (カーソル).', simple: true })
  cursor!: string;
  @Public()
  @Field(() => OpportunityKind, { nullable: true, description: 'Its kind (種別).', simple: true })
  kind!: OpportunityKind;
  @Public()
  @Field(() => ID, {
    nullable: true,
    description: 'Code of the department that answers for it (担当部署).',
    simple: true,
  })
  department!: string;
  @Public()
  @Field(() => LocalText, {
    nullable: true,
    description: 'Name shown to residents (名称).',
    simple: true,
  })
  title!: LocalText;
  @Public()
  @Field(() => LocalText, {
    nullable: true,
    description: 'What it is about (説明).',
    simple: true,
  })
  summary!: LocalText | null;
  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'Who holds it, as published (主催者).',
    simple: true,
  })
  organiser!: string | null;
  @Public()
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'First start (開始日時).',
    simple: true,
  })
  startsAt!: Date | null;
  @Public()
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Last end (終了日時).',
    simple: true,
  })
  endsAt!: Date | null;
  @Public()
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      'The next start from the moment "at" of the search on; null where none is left or known (次回の開始日時).',
    simple: true,
  })
  nextStartsAt!: Date | null;
  @Public()
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was cancelled (中止日時).',
    simple: true,
  })
  cancelledAt!: Date | null;
  @Public()
  @Field(() => Period, {
    nullable: true,
    description: 'When one can apply (申込期間).',
    simple: true,
  })
  applyPeriod!: Period | null;
  @Public()
  @Field(() => ApplicationState, {
    nullable: true,
    description: 'Whether one can apply at the moment "at" of the search (申込状況).',
    simple: true,
  })
  applicationState!: ApplicationState;
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
  @Field(() => AgeRange, {
    nullable: true,
    description: 'Ages it is for (対象年齢).',
    simple: true,
  })
  ages!: AgeRange | null;
  @Public()
  @Directive('@listSize(assumedSize: 3)')
  @Field(() => [Audience], {
    nullable: true,
    description: 'For whom it is meant (対象者).',
    simple: true,
  })
  audiences!: Audience[];
  @Public()
  @Field(() => Seats, {
    nullable: true,
    description: 'Places and applicants, in numbers (定員).',
    simple: true,
  })
  seats!: Seats | null;
  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'Venue as its department wrote it (会場、原文).',
    simple: true,
  })
  venueText!: string | null;
  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'Room as its department wrote it (部屋、原文).',
    simple: true,
  })
  roomText!: string | null;
  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'Metres from the point in the filter "near" to the venue (直線距離、メートル).',
    simple: true,
  })
  distance!: number | null;
  @Public()
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When this copy last changed in the index (索引の更新日時).',
    simple: true,
  })
  indexedAt!: Date;
  @Public()
  @Field(() => Boolean, {
    nullable: true,
    description: 'True for a composed example that is no fact of the city (見本).',
    simple: true,
  })
  sample!: boolean;
}

/** As much of an edge as its owner and its venue need, where nothing else is asked for. */
export type PlacedEdge = Pick<OpportunityEdge, 'id' | 'cursor' | 'kind' | 'venueCode'>;

/** How far the index has read one department's feed. */
@ObjectType({ description: "How far the index has read one department's changes (取込状況)." })
export class Reading {
  @Public()
  @Field(() => ID, { nullable: true, description: 'Code of the department (部署).', simple: true })
  department!: string;
  @Public()
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      'When it was last read, in full ten seconds and at least five ago; null when never (最終取込日時).',
    simple: true,
  })
  readAt!: Date | null;
  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'Seconds since it was last read, in full tens; null when never (経過秒数).',
    simple: true,
  })
  behind!: number | null;
  @Public()
  @Field(() => Boolean, {
    nullable: true,
    description:
      'True when changes of the department may be missing here: never read, silent for ten seconds, or being read anew (遅れの有無).',
    simple: true,
  })
  isBehind!: boolean;
  @Public()
  @Field(() => String, {
    nullable: true,
    description:
      'How far it was read, as one word: another one as soon as the department changed anything that anybody may see; null when never (取込位置).',
    simple: true,
  })
  position!: string | null;
}

/** A page of what a search found, with what else is known of the whole. */
@ObjectType({
  description: 'A page of what a search found, and what is known of the whole (検索結果一覧).',
})
export class OpportunityConnection {
  readonly search!: Search;
  readonly found!: () => Promise<{
    readonly edges: readonly (OpportunityEdge | PlacedEdge)[];
    readonly pageInfo: PageInfo;
    readonly total: { readonly value: number; readonly isExact: boolean };
    readonly readings: readonly ReadingRow[] | undefined;
  }>;
  /** Whether what is found tells how far the services were read, too. */
  readonly hasReadings!: boolean;
}
