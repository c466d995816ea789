import { Choice } from '@manabi/kit/column';
import { RoomColumns } from '@manabi/kit/slot/room.columns';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType, registerEnumType } from 'type-graphql';

/** What is done on a court. */
export enum CourtKind {
  GYM = 'GYM',
  POOL = 'POOL',
  TRAINING = 'TRAINING',
  EXERCISE = 'EXERCISE',
  BUDO = 'BUDO',
  GROUND = 'GROUND',
  TENNIS = 'TENNIS',
}

registerEnumType(CourtKind, {
  name: 'CourtKind',
  description: 'What is done on a court (コートの種別).',
  valuesConfig: {
    GYM: { description: 'Ball games and gymnastics indoors (体育室).' },
    POOL: { description: 'Swimming (プール).' },
    TRAINING: { description: 'Training with machines (トレーニング室).' },
    EXERCISE: { description: 'Exercise and dance (多目的室・軽体操室).' },
    BUDO: { description: 'Martial arts (武道場).' },
    GROUND: { description: 'Ball games outdoors (グラウンド).' },
    TENNIS: { description: 'Tennis (テニスコート).' },
  },
});

/** A court, hall, ground or pool that is let by the slot. */
@Entity()
@ObjectType({
  description: 'A court, hall, ground or pool that is let by the slot (コート・体育室など).',
})
@Directive('@key(fields: "id")')
export class Court extends RoomColumns {
  @Choice(CourtKind, 'What is done on it (種別).', { public: true }) kind?: CourtKind | null;
}
