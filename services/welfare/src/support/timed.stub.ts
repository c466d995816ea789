import { Occurrence } from '@manabi/kit/opportunity/occurrence';
import { Directive, Field, ObjectType } from 'type-graphql';

import { SupportedOpportunity, supportRests } from './supported.stub.js';

/** An opportunity of another department that itself tells each time at which it takes place. */
@ObjectType()
export abstract class TimedOpportunity extends SupportedOpportunity {
  @Directive('@external')
  @Field(() => [Occurrence], {
    nullable: true,
    description: 'When it takes place (開催回).',
    simple: true,
  })
  occurrences?: { startsAt: string; allDay: boolean }[] | null;
}

/** The fields of such an opportunity on which its support rests. */
export const timedSupportRests = `${supportRests} occurrences { startsAt allDay }`;
