import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A subject of a classification; its register is kept elsewhere. */
@ObjectType({ description: 'A subject of a classification (分類項目).' })
@Directive('@key(fields: "scheme code", resolvable: false)')
export class Subject {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The classification, e.g. NDC (分類体系).', simple: true })
  scheme!: string;

  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The code in it (分類コード).', simple: true })
  code!: string;
}
