import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A town block; its register is kept elsewhere, here it gains its population. */
@ObjectType({ description: 'A town block of the city (町字・丁目).' })
@Directive('@key(fields: "code")')
export class Area {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'Code of the block (町字コード).', simple: true })
  code!: string;
}
