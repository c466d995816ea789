import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A subject of a classification; its register is kept elsewhere, here it gains the notes on it. */
@ObjectType({ description: 'A subject of a classification (分類項目).' })
@Directive('@key(fields: "scheme code")')
export class Subject {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The classification, e.g. NDC (分類体系).', simple: true })
  scheme!: string;

  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The code in it (分類コード).', simple: true })
  code!: string;
}

/** What a reference to a subject means: the subject itself, to which fields are added. */
export const subjectReference = ({ scheme, code }: Subject): Subject => ({ scheme, code });
