import { Directive, Field, ObjectType } from 'type-graphql';

import { Session } from '../session/session.stub.js';
import { SupportedOpportunity, supportRests } from '../support/supported.stub.js';

/** A course of a community centre; kept elsewhere, here it gains what supports those who take part. */
@ObjectType({ description: 'A course or event of a community centre (公民館講座).' })
@Directive('@key(fields: "id")')
export class Course extends SupportedOpportunity {
  @Directive('@external')
  @Field(() => [Session], {
    nullable: true,
    description: 'Its meetings (各回の日程).',
    simple: true,
  })
  sessions?: Session[] | null;
}

/** The fields of a course on which its support rests. */
export const courseSupportRests = `${supportRests} sessions { startsAt allDay cancelledAt }`;
