import { Public } from '@manabi/kit/column';
import { Directive, Field, ObjectType } from 'type-graphql';

import { Verdict } from '../access/verdict.entity.js';
import { Assistants } from '../assistants/assistants.entity.js';
import { ChildcareSession } from '../childcare/childcare.entity.js';

/** Whether somebody can take part in something, and who looks after the children meanwhile. */
@ObjectType({ description: 'Whether somebody with these needs can take part (参加の支援).' })
export class Support {
  @Public()
  @Field(() => Verdict, {
    nullable: true,
    description:
      'The verdict over venue, way, childcare, assistants, age and times, with its reasons (判定).',
    simple: true,
  })
  verdict!: Verdict;

  @Public()
  @Field(() => ChildcareSession, {
    nullable: true,
    description:
      'The childcare on which the verdict rests; null when none is wanted or recorded (保育).',
    simple: true,
  })
  childcare?: ChildcareSession | null;

  @Public()
  @Directive('@listSize(assumedSize: 2)')
  @Field(() => [Assistants], {
    nullable: true,
    description: 'The assistants who were asked for and of whom numbers are recorded (介助・通訳).',
    simple: true,
  })
  assistants!: Assistants[];
}
