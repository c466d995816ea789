import { Field, ObjectType } from 'type-graphql';

/** How to reach a person or a group; for departments with the scope only. */
@ObjectType({ description: 'How to reach somebody; protected (連絡先).' })
export class Contact {
  @Field(() => String, { nullable: true, description: 'E-mail (メールアドレス).', simple: true })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone (電話番号).', simple: true })
  phone?: string | null;
}
