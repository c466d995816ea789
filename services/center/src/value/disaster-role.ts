import { Public } from '@manabi/kit/column';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';

/** What a place is in a disaster. */
export enum DisasterKind {
  EVACUATION_SITE = 'EVACUATION_SITE',
  SHELTER = 'SHELTER',
}

registerEnumType(DisasterKind, {
  name: 'DisasterKind',
  description: 'What a place is in a disaster (防災上の役割).',
  valuesConfig: {
    EVACUATION_SITE: { description: 'People flee to it (指定緊急避難場所).' },
    SHELTER: { description: 'People stay in it (指定避難所).' },
  },
});

/** What a place is in a disaster, and in which. */
@ObjectType({ description: 'What a place is in a disaster (防災情報).' })
export class DisasterRole {
  @Public()
  @Field(() => DisasterKind, { nullable: true, description: 'Its role (役割).', simple: true })
  kind!: DisasterKind;

  @Public()
  @Directive('@listSize(assumedSize: 5)')
  @Field(() => [String], {
    nullable: true,
    description: 'Disasters for which it serves, e.g. FLOOD (対象とする災害).',
    simple: true,
  })
  hazards!: string[];
}
