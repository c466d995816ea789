// A table: everything by which opportunities can be searched.
import { PageArguments } from '@manabi/kit/connection/page-arguments';
import { FeeKind } from '@manabi/kit/value/fee';
import { ApplicationState } from '@manabi/kit/vocabulary/application-state';
import { Audience } from '@manabi/kit/vocabulary/audience';
import { Level } from '@manabi/kit/vocabulary/level';
import { GraphQLDateTime } from 'graphql-scalars';
import { ArgsType, Field, Float, ID, InputType, Int, registerEnumType } from 'type-graphql';

import { OpportunityKind } from './opportunity-kind.entity.js';
import { OpportunitySort } from './opportunity-sort.entity.js';
import { TimeBand, Weekday } from './week-time.rules.js';

/** Whether facts of the city or composed examples are wanted. */
export enum RecordStanding {
  OFFICIAL = 'OFFICIAL',
  SAMPLE = 'SAMPLE',
}

registerEnumType(RecordStanding, {
  name: 'RecordStanding',
  description: 'Whether a record is a fact of the city or a composed example (実データ・見本).',
  valuesConfig: {
    OFFICIAL: { description: 'A fact of the city (実データ).' },
    SAMPLE: { description: 'A composed example (見本).' },
  },
});

/** A stretch of time to search in. */
@InputType({ description: 'A stretch of time, both ends included; an absent end is open (期間).' })
export class OpportunityPeriod {
  @Field(() => GraphQLDateTime, { nullable: true, description: 'First moment (開始).' })
  from?: Date | null;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'Last moment (終了).' })
  to?: Date | null;
}

/** A circle on the map. */
@InputType({ description: 'A circle on the map, WGS 84 (地点からの距離).' })
export class OpportunityNear {
  @Field(() => Float, { description: 'Degrees north (緯度).' }) latitude!: number;
  @Field(() => Float, { description: 'Degrees east (経度).' }) longitude!: number;
  @Field(() => Int, { description: 'Metres as the crow flies, 1 to 50,000 (直線距離、メートル).' })
  metres!: number;
}

/** A subject to search for. */
@InputType({ description: 'A subject; an NDC class finds every class under it (分類).' })
export class OpportunitySubject {
  @Field(() => ID, { description: 'The classification, e.g. NDC (分類体系).' }) scheme!: string;
  @Field(() => ID, { description: 'The code in it (分類コード).' }) code!: string;
}

/** What a search asks for; all that is given must hold, and of a list at least one. */
@InputType({
  description:
    'What a search asks for: all that is given must hold, of a list at least one (検索条件).',
})
export class OpportunityFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Words, all of which must occur; kana, width and variant kanji do not matter (キーワード).',
  })
  text?: string | null;
  @Field(() => [OpportunityKind], { nullable: true, description: 'Kinds (種別).' })
  kinds?: OpportunityKind[] | null;
  @Field(() => [ID], { nullable: true, description: 'Codes of departments (主催部署).' })
  departments?: string[] | null;
  @Field(() => [ID], {
    nullable: true,
    description: 'Codes of the nine classes of the Ministry of Education (中分類).',
  })
  categories?: string[] | null;
  @Field(() => [OpportunitySubject], { nullable: true, description: 'Subjects (分類).' })
  subjects?: OpportunitySubject[] | null;
  @Field(() => [Audience], { nullable: true, description: 'For whom (対象者).' })
  audience?: Audience[] | null;
  @Field(() => [Level], {
    nullable: true,
    description:
      'Meant for one of these levels or for whoever comes; what states no level is not found (レベル).',
  })
  levels?: Level[] | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Age in completed months; what states no age is found too (月齢).',
  })
  ageMonths?: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Age in completed years; what states no age is found too (年齢).',
  })
  age?: number | null;
  @Field(() => OpportunityPeriod, {
    nullable: true,
    description: 'Takes place in this time, even before "at" (開催期間).',
  })
  period?: OpportunityPeriod | null;
  @Field(() => OpportunityPeriod, {
    nullable: true,
    description: 'Its last time ends in this stretch, even before "at" (終了日).',
  })
  endsIn?: OpportunityPeriod | null;
  @Field(() => [Weekday], { nullable: true, description: 'On these days of the week (曜日).' })
  weekdays?: Weekday[] | null;
  @Field(() => [TimeBand], { nullable: true, description: 'In these parts of the day (時間帯).' })
  timeBands?: TimeBand[] | null;
  @Field(() => OpportunityPeriod, {
    nullable: true,
    description: 'Applications open in this time (受付開始日).',
  })
  applicationOpensIn?: OpportunityPeriod | null;
  @Field(() => OpportunityPeriod, {
    nullable: true,
    description: 'Applications close in this time (受付締切日).',
  })
  applicationClosesIn?: OpportunityPeriod | null;
  @Field(() => OpportunityPeriod, {
    nullable: true,
    description: 'One can apply at some moment of this time (受付期間).',
  })
  applyOpenIn?: OpportunityPeriod | null;
  @Field(() => [ApplicationState], {
    nullable: true,
    description: 'Whether one can apply at the moment "at" (申込状況).',
  })
  applicationStates?: ApplicationState[] | null;
  @Field(() => OpportunityNear, {
    nullable: true,
    description: 'Venue on the map within this circle (近くの会場).',
  })
  near?: OpportunityNear | null;
  @Field(() => [ID], { nullable: true, description: 'Town blocks of the venue (地域、町字ID).' })
  areaCodes?: string[] | null;
  @Field(() => [ID], { nullable: true, description: 'School districts of the venue (小学校区).' })
  schoolDistrictCodes?: string[] | null;
  @Field(() => [ID], { nullable: true, description: 'Facilities (会場の施設コード).' })
  facilityCodes?: string[] | null;
  @Field(() => [FeeKind], { nullable: true, description: 'Free or paid (有料・無料).' })
  feeKinds?: FeeKind[] | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Costs at most so many yen; free counts, unknown does not (料金の上限、円).',
  })
  maxYen?: number | null;
  @Field(() => [ID], {
    nullable: true,
    description: 'Codes of access items that the venue is known to have, all of them (設備の条件).',
  })
  access?: string[] | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Childcare with a free place for a child of so many months (保育、月齢).',
  })
  childcareForMonths?: number | null;
  @Field(() => RecordStanding, {
    nullable: true,
    description: 'Only facts of the city, or only composed examples (実データ・見本).',
  })
  standing?: RecordStanding | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Show what was cancelled too (中止を含む).',
  })
  includeCancelled?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Show too what was over at the moment "at"; naming a period does the same (終了を含む).',
  })
  includePast?: boolean | null;
}

/** A search as it is asked: for what, in what order, for which moment, and which page. */
@ArgsType()
export class OpportunityArguments extends PageArguments {
  @Field(() => OpportunityFilter, {
    nullable: true,
    description: 'What to search for (検索条件).',
  })
  filter?: OpportunityFilter | null;
  @Field(() => OpportunitySort, {
    defaultValue: OpportunitySort.STARTS_AT,
    description: 'In what order (並び順).',
  })
  sort!: OpportunitySort;
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'The moment for which it is asked; now when absent (時点).',
  })
  at?: Date | null;
}

/** What is searched, for which moment, and in what order it is shown. */
export interface Search {
  readonly filter: OpportunityFilter;
  readonly at: Date;
  readonly sort: OpportunitySort;
}
