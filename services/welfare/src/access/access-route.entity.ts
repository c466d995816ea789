import { Public } from '@manabi/kit/column';
import { Tri } from '@manabi/kit/value/tri';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

/** By what one gets to a facility. */
export enum RouteMode {
  BUS = 'BUS',
  TRAIN = 'TRAIN',
  CAR = 'CAR',
}

registerEnumType(RouteMode, {
  name: 'RouteMode',
  description: 'By what one gets there (交通手段).',
  valuesConfig: {
    BUS: { description: 'By bus (バス).' },
    TRAIN: { description: 'By train (電車).' },
    CAR: { description: 'By car, to a parking place (自動車・駐車場).' },
  },
});

/** One way to a facility: where one gets off, and the rest on foot or on wheels. */
@ObjectType({ description: 'One way to a facility (アクセス方法).' })
export class AccessRoute {
  @Public()
  @Field(() => RouteMode, { nullable: true, description: 'By what (交通手段).', simple: true })
  mode!: RouteMode;

  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'Where one gets off, in Japanese (下車する停留所・駅・駐車場).',
    simple: true,
  })
  stop!: string;

  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'Minutes from there at 80 metres a minute (徒歩分).',
    simple: true,
  })
  walkMinutes?: number | null;

  @Public()
  @Field(() => Tri, {
    nullable: true,
    description: 'Whether the way from there has no step (段差のない経路).',
    simple: true,
  })
  stepFree!: Tri;
}
