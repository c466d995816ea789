import 'reflect-metadata';
import { GraphQLLocalTime } from 'graphql-scalars';
import { Directive, Field, ObjectType } from 'type-graphql';

import { Public } from '../column.js';
import { japanDay, japanTime } from '../japan-time.js';

/** A part of the day that is let as one: times of day in Japan, `HH:MM`. */
@ObjectType({ description: 'A part of the day that is let as one, in Japan time (利用区分).' })
@Directive('@shareable')
export class Band {
  @Public()
  @Field(() => GraphQLLocalTime, { description: 'When it begins (開始時刻).', simple: true })
  opens!: string;

  @Public()
  @Field(() => GraphQLLocalTime, { description: 'When it ends (終了時刻).', simple: true })
  closes!: string;
}

/** A stretch of time. */
export interface Stretch {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Whether a stretch is one band, or several of one day in a row: begins where one begins and ends where one ends. */
export function isMadeOfBands(bands: readonly Band[], { startsAt, endsAt }: Stretch): boolean {
  const whole = (moment: Date) => moment.getTime() % 60_000 === 0;
  return (
    startsAt < endsAt &&
    whole(startsAt) &&
    whole(endsAt) &&
    japanDay(startsAt) === japanDay(endsAt) &&
    bands.some(({ opens }) => opens === japanTime(startsAt)) &&
    bands.some(({ closes }) => closes === japanTime(endsAt))
  );
}

/** The bands as people write them, e.g. `9:00–13:00, 13:00–16:00`. */
export function writeBands(bands: readonly Band[], between: string): string {
  const short = (time: string) => time.replace(/^0/, '');
  return bands.map(({ opens, closes }) => `${short(opens)}–${short(closes)}`).join(between);
}
