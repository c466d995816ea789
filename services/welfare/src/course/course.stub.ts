import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

import { Facility } from '../facility/facility.stub.js';

/** A course of a community centre; kept elsewhere, here it gains what supports those who take part. */
@ObjectType({ description: 'A course or event of a community centre (公民館講座).' })
@Directive('@key(fields: "id")')
export class Course {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'Opaque and stable (識別子).', simple: true })
  id!: string;

  @Directive('@external')
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'First start (開始日時).',
    simple: true,
  })
  startsAt?: string | null;

  @Directive('@external')
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Last end (終了日時).',
    simple: true,
  })
  endsAt?: string | null;

  @Directive('@external')
  @Field(() => Facility, {
    nullable: true,
    description: 'Where it takes place (会場).',
    simple: true,
  })
  venue?: Facility | null;
}
