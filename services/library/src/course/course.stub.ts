import { Directive, Field, ID, ObjectType } from 'type-graphql';

import { Facility } from '../facility/facility.stub.js';
import { Subject } from '../subject/subject.stub.js';

/** A course of a community centre; kept elsewhere, here it gains a reading list. */
@ObjectType({ description: 'A course or event of a community centre (公民館講座).' })
@Directive('@key(fields: "id")')
export class Course {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'Opaque and stable (識別子).', simple: true })
  id!: string;

  @Directive('@external')
  @Field(() => [Subject], {
    nullable: 'itemsAndList',
    description: 'What it is about (分類).',
    simple: true,
  })
  subjects?: (Subject | null)[] | null;

  @Directive('@external')
  @Field(() => Facility, {
    nullable: true,
    description: 'Where it takes place (会場).',
    simple: true,
  })
  venue?: Facility | null;
}
