import { Choice, Day, Kept, Key, Moment, Public, Value, Whole } from '@manabi/kit/column';
import { Count } from '@manabi/kit/value/count';
import { LocalText } from '@manabi/kit/value/local-text';
import { Provenance } from '@manabi/kit/value/provenance';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, Field, Float, ObjectType, registerEnumType } from 'type-graphql';

/** What learners can say something of. */
export enum FeedbackAbout {
  OPPORTUNITY = 'OPPORTUNITY',
  FACILITY = 'FACILITY',
  INSTRUCTOR = 'INSTRUCTOR',
}

registerEnumType(FeedbackAbout, {
  name: 'FeedbackAbout',
  description: 'What learners can say something of (感想・評価の対象).',
  valuesConfig: {
    OPPORTUNITY: { description: 'Something that was offered (学習機会).' },
    FACILITY: { description: 'A facility (施設).' },
    INSTRUCTOR: { description: 'Somebody who teaches (講師・指導者).' },
  },
});

/** What a learner said, and what the provider made of it. Nobody is kept who said it. */
@Entity()
@ObjectType({
  description:
    'What a learner said, and what the provider made of it; nobody is kept who said it (感想・評価と提供者の回答).',
})
@Directive('@key(fields: "id")')
export class Feedback {
  @Key('Opaque and stable (識別子).') id!: string;
  @Choice(FeedbackAbout, 'Of what (対象).', { required: true, public: true })
  about!: FeedbackAbout;
  @Whole('From 1, poor, to 5, good (評価).', { required: true, public: true, min: 1, max: 5 })
  rating!: number;
  @Day('On which day (受付日).', { required: true, public: true }) givenOn!: string;
  @Value(() => LocalText, "The provider's answer (提供者の回答).", { public: true })
  answer?: LocalText | null;
  @Value(() => LocalText, 'What the provider changed (改善したこと).', { public: true })
  changed?: LocalText | null;
  @Moment('When it was answered (回答日時).', { public: true }) answeredAt?: Date | null;
  @Value(() => Provenance, 'Where it comes from (出典).', { required: true, public: true })
  provenance!: Provenance;

  @Kept('text', { required: true }) aboutId!: string;
  @Kept('text') departmentCode?: string | null;
  @Kept('text') liked?: string | null;
  @Kept('text') wished?: string | null;
}

/** What learners say of one thing. */
@ObjectType({
  description:
    'What learners say of one thing, samples only where there is nothing else (感想・評価のまとめ).',
})
export class FeedbackSummary {
  @Public()
  @Field(() => Count, {
    nullable: true,
    description: 'How many said something (件数).',
    simple: true,
  })
  ratings!: Count;

  @Public()
  @Field(() => Float, {
    nullable: true,
    description: 'Their average, 1 to 5; null below three (評価の平均).',
    simple: true,
  })
  average!: number | null;

  @Public()
  @Field(() => Count, {
    nullable: true,
    description: 'To how many the provider answered (回答した件数).',
    simple: true,
  })
  answered!: Count;

  @Public()
  @Field(() => Count, {
    nullable: true,
    description: 'After how many the provider changed something (改善した件数).',
    simple: true,
  })
  changed!: Count;

  @Public()
  @Field(() => Boolean, {
    nullable: true,
    description: 'True for composed examples, which are no fact of the city (見本).',
    simple: true,
  })
  sample!: boolean;

  @Public()
  @Directive('@listSize(assumedSize: 5)')
  @Field(() => [Feedback], {
    nullable: true,
    description: 'What was answered last, five at most (最新の回答).',
    simple: true,
  })
  latest!: Feedback[];
}
