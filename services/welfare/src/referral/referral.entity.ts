import { Kept, Moment, Text } from '@manabi/kit/column';
import type { SubjectKey } from '@manabi/kit/opportunity/opportunity.columns';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A consultation that one desk hands to another: its theme and the question, and nobody who asked. */
@Entity()
@ObjectType({
  description:
    'A consultation that one desk hands to another, by theme and question; who asked is not in it (相談の引き継ぎ).',
})
@Directive('@key(fields: "id")')
@Directive('@requiresScopes(scopes: [["consultation.refer"]])')
export class Referral {
  // Not the kit's Key: that one is public, and residents have no part in this.
  @Field(() => ID, { description: 'Opaque and stable (識別子).', simple: true })
  @Property<Referral>({ primary: true, type: 'string', columnType: 'text' })
  id!: string;
  @Text('What it is about (テーマ).', { required: true }) theme!: string;
  @Text('What the other desk is asked (聞きたいこと).', { required: true, max: 500 })
  question!: string;
  @Moment('When it was handed over (引き継ぎ日時).', { required: true }) referredAt!: Date;
  @Moment('When the other desk took it up (受付日時).') takenUpAt?: Date | null;

  @Kept('text', { required: true }) fromDeskId!: string;
  @Kept('text', { required: true }) toDeskId!: string;
  @Kept('jsonb', { required: true }) subjectKeys: SubjectKey[] = [];
}
