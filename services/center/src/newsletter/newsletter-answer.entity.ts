import { answerUnion } from '@manabi/kit/write/answer-union';
import { Refusal } from '@manabi/kit/write/refusal';
import { Field, ObjectType } from 'type-graphql';

import { Newsletter } from './newsletter.entity.js';

/** It is published. */
@ObjectType({ description: 'It is published (発行済み).' })
export class NewsletterPublished {
  readonly __typename!: 'NewsletterPublished';

  @Field(() => Newsletter, { nullable: true, description: 'The issue (号).', simple: true })
  newsletter!: Newsletter | null;
}

/** Nothing opens or closes in that time. */
@ObjectType({ description: 'Nothing opens or closes in that time (掲載事項なし).' })
export class NewsletterEmpty extends Refusal {
  readonly __typename!: 'NewsletterEmpty';
}

/** The issue, or why not. */
export type PublishNewsletterAnswer = NewsletterPublished | NewsletterEmpty;

export const PublishNewsletterAnswer = answerUnion({
  name: 'PublishNewsletterAnswer',
  description: 'The issue, or why not (発行の結果).',
  types: () => [NewsletterPublished, NewsletterEmpty] as const,
});
