import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';

/** How places are given. */
export enum SelectionMethod {
  FIRST_COME = 'FIRST_COME',
  LOTTERY = 'LOTTERY',
  SCREENING = 'SCREENING',
  NONE = 'NONE',
  UNKNOWN = 'UNKNOWN',
}

registerEnumType(SelectionMethod, {
  name: 'SelectionMethod',
  description: 'How places are given (選定方法).',
  valuesConfig: {
    FIRST_COME: { description: 'In the order of applications (先着順).' },
    LOTTERY: { description: 'By lot (抽選).' },
    SCREENING: { description: 'By selection (選考).' },
    NONE: { description: 'No application needed: just come (申込不要).' },
    UNKNOWN: { description: 'Nobody has said (不明).' },
  },
});

/** How and when places are given. */
@ObjectType({ description: 'How and when places are given (選定).' })
@Directive('@shareable')
export class Selection {
  @Directive('@tag(name: "public")')
  @Field(() => SelectionMethod, { description: 'The method (選定方法).', simple: true })
  method!: SelectionMethod;

  @Directive('@tag(name: "public")')
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When lots are drawn (抽選日時).',
    simple: true,
  })
  drawAt?: Date | null;

  @Directive('@tag(name: "public")')
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Last moment to confirm (確定期限).',
    simple: true,
  })
  confirmBy?: Date | null;
}
