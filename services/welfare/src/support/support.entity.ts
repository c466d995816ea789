import { Public } from '@manabi/kit/column';
import { Field, ObjectType } from 'type-graphql';

import { Verdict } from '../access/verdict.entity.js';
import { ChildcareSession } from '../childcare/childcare.entity.js';

/** Whether somebody can take part in something, and who looks after the children meanwhile. */
@ObjectType({ description: 'Whether somebody with these needs can take part (参加の支援).' })
export class Support {
  @Public()
  @Field(() => Verdict, {
    nullable: true,
    description: 'The verdict over venue, childcare and language, with its reasons (判定).',
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
}
