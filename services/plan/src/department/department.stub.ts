import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A department of the city; its register is kept elsewhere. */
@ObjectType({ description: 'A department of the city that answers for data (担当部署).' })
@Directive('@key(fields: "code", resolvable: false)')
export class Department {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'Code used in every provenance (部署コード).', simple: true })
  code!: string;
}
