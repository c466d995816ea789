import 'reflect-metadata';
import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';

/** Whether something costs money. */
export enum FeeKind {
  FREE = 'FREE',
  PAID = 'PAID',
  UNKNOWN = 'UNKNOWN',
}

registerEnumType(FeeKind, {
  name: 'FeeKind',
  description: 'Whether it costs money (料金有無).',
  valuesConfig: {
    FREE: { description: 'Free of charge (無料).' },
    PAID: { description: 'There is a fee (有料).' },
    UNKNOWN: { description: 'Nobody has said (不明).' },
  },
});

/** What taking part costs. */
@ObjectType({ description: 'What taking part costs (料金).' })
@Directive('@shareable')
export class Fee {
  @Directive('@tag(name: "public")')
  @Field(() => FeeKind, { description: 'Free, paid or unknown (料金有無).', simple: true })
  kind!: FeeKind;

  @Directive('@tag(name: "public")')
  @Field(() => Int, {
    nullable: true,
    description: 'Basic fee in yen (基本料金、円).',
    simple: true,
  })
  yen?: number | null;

  @Directive('@tag(name: "public")')
  @Field(() => String, {
    nullable: true,
    description: 'What the fee depends on (料金の説明).',
    simple: true,
  })
  note?: string | null;
}
