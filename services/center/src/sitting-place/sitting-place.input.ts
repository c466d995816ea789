import { PageArguments } from '@manabi/kit/connection/page-arguments';
import { addRule } from '@manabi/kit/rules';
import { GraphQLDateTime } from 'graphql-scalars';
import { ArgsType, Field, Float, InputType, Int } from 'type-graphql';
import { z } from 'zod';

/** A point from which somebody walks. */
@InputType({ description: 'A point on the map from which one walks, WGS 84 (出発地点).' })
export class WalkingFrom {
  @Field(() => Float, { description: 'Degrees north (緯度).' }) latitude!: number;
  @Field(() => Float, { description: 'Degrees east (経度).' }) longitude!: number;
}

addRule(WalkingFrom.prototype, 'latitude', z.number().min(-90).max(90));
addRule(WalkingFrom.prototype, 'longitude', z.number().min(-180).max(180));

/** Who looks for a place to sit, from where, and when. */
@ArgsType()
export class SittingPlaceArguments extends PageArguments {
  @Field(() => WalkingFrom, { description: 'From where one walks (出発地点).' })
  near!: WalkingFrom;

  @Field(() => Int, {
    defaultValue: 15,
    description: 'How many minutes one walks at most, 1 to 60 (徒歩分の上限).',
  })
  withinMinutes!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Age in completed years of who comes alone (年齢).',
  })
  age?: number | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'The moment; now when absent (時点).',
  })
  at?: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Only where one may certainly stay until this moment (この時刻まで使える).',
  })
  openUntil?: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only where it is known to be quiet (静かな席だけ).',
  })
  quiet?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Also where it is closed at the moment (閉まっている場所も).',
  })
  includeClosed?: boolean | null;
}

addRule(SittingPlaceArguments.prototype, 'withinMinutes', z.int().min(1).max(60));
addRule(SittingPlaceArguments.prototype, 'age', z.int().min(0).max(120).nullish());
