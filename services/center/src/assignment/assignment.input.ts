import { DepartmentWriteInput } from '@manabi/kit/write/write.input';
import { Field, ID, InputType } from 'type-graphql';

/** Who is promised to which time of a programme. */
@InputType({ description: 'Who supports which time of a programme (支援者の割当て).' })
export class SupporterInput extends DepartmentWriteInput {
  @Field(() => ID, { description: 'The time of the programme (体験の開催回).' })
  sessionId!: string;

  @Field(() => ID, { description: 'The person of the talent bank (支援者).' })
  personId!: string;
}
