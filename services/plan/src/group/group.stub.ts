import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A circle or group of learners; its register is kept elsewhere, here it gains its grants and its history. */
@ObjectType({ description: 'A circle or group of learners (サークル・団体).' })
@Directive('@key(fields: "id")')
export class Group {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'Opaque and stable (識別子).', simple: true })
  id!: string;
}

/** What a reference to a group means: the group itself, to which grants and history are added. */
export const groupReference = ({ id }: { id: string }): Group => ({ id });
