import { Key, Moment, Public, Value, Values, Whole } from '@manabi/kit/column';
import { LocalText, Rendering } from '@manabi/kit/value/local-text';
import { Provenance } from '@manabi/kit/value/provenance';
import { Entity } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

import { LifeStage } from '../application-calendar/life-stage.rules.js';

/** One line of a newsletter. */
@ObjectType({ description: 'One line of a newsletter (生涯学習だよりの一行).' })
export class NewsletterLine {
  @Public()
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When (日時).', simple: true })
  at!: Date | string;
  @Public()
  @Field(() => String, { nullable: true, description: 'As it is printed (本文).', simple: true })
  text!: string;
  @Public()
  @Field(() => Rendering, {
    nullable: true,
    description: 'The same in plain Japanese, where its title has it (やさしい日本語).',
    simple: true,
  })
  plain?: Rendering | null;
  @Public()
  @Field(() => ID, {
    nullable: true,
    description: 'The opportunity; null for lotteries for rooms (学習機会の識別子).',
    simple: true,
  })
  opportunityId?: string | null;
  @Public()
  @Field(() => Provenance, { nullable: true, description: 'Who says so (出典).', simple: true })
  provenance!: Provenance;
}

/** The lines for one time of life. */
@ObjectType({ description: 'The lines for one time of life (紙面の区分).' })
export class NewsletterSection {
  @Public()
  @Field(() => LifeStage, {
    nullable: true,
    description: 'For whom (ライフステージ).',
    simple: true,
  })
  lifeStage!: LifeStage;
  @Public()
  @Field(() => LocalText, { nullable: true, description: 'Its heading (見出し).', simple: true })
  heading!: LocalText;
  @Public()
  @Directive('@listSize(assumedSize: 10)')
  @Field(() => [NewsletterLine], {
    nullable: true,
    description: 'In order of time (本文).',
    simple: true,
  })
  lines!: NewsletterLine[];
  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'Lines for which there was no room (載らなかった件数).',
    simple: true,
  })
  omitted!: number;
}

/** What an issue would say. */
@ObjectType({ description: 'What an issue would say (生涯学習だよりの下書き).' })
export class NewsletterDraft {
  @Public()
  @Directive('@listSize(assumedSize: 6)')
  @Field(() => [NewsletterSection], {
    nullable: true,
    description: 'By time of life (紙面の区分).',
    simple: true,
  })
  sections!: NewsletterSection[];
  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'Characters that it takes (文字数).',
    simple: true,
  })
  characters!: number;
  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'Lines for which there was no room (載らなかった件数).',
    simple: true,
  })
  omitted!: number;
}

/** One issue as it was published; what changes afterwards is told elsewhere. */
@Entity()
@ObjectType({ description: 'One issue of the newsletter as it was published (生涯学習だより).' })
@Directive('@key(fields: "id")')
export class Newsletter {
  @Key('Opaque and stable (識別子).') id!: string;
  @Value(() => LocalText, 'Its title (題).', { required: true, public: true }) title!: LocalText;
  @Moment('First moment of which it tells (対象期間の始め).', { required: true, public: true })
  startsAt!: Date;
  @Moment('End of the time of which it tells (対象期間の終わり).', { required: true, public: true })
  endsAt!: Date;
  @Moment('When it was published (発行日時).', { required: true, public: true })
  publishedAt!: Date;
  @Whole('Characters for which it had room (文字数の上限).', { required: true, public: true })
  budget!: number;
  @Whole('Characters that it takes (文字数).', { required: true, public: true })
  characters!: number;
  @Whole('Lines for which there was no room (載らなかった件数).', { required: true, public: true })
  omitted!: number;
  @Directive('@listSize(assumedSize: 6)')
  @Values(() => NewsletterSection, 'By time of life (紙面の区分).', {
    required: true,
    public: true,
  })
  sections!: NewsletterSection[];
  @Value(() => Provenance, 'Where it comes from (出典).', { required: true, public: true })
  provenance!: Provenance;
}
