import 'reflect-metadata';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

/** How many take part. Numbers only: nobody's name is kept. */
@ObjectType({
  description: 'How many can take part and how many will (定員と申込数). Numbers only.',
})
@Directive('@shareable')
export class Seats {
  @Directive('@tag(name: "public")')
  @Field(() => Int, { nullable: true, description: 'Places offered (定員).', simple: true })
  capacity?: number | null;

  @Directive('@tag(name: "public")')
  @Field(() => Int, {
    nullable: true,
    description:
      'Places still free, told in steps so that it tells no number of people: 0 when full, else at least 1, 10, 20, 50, 100, 200…, and no step within ten of all places; null when not known (残席の目安).',
    simple: true,
  })
  left?: number | null;

  @Directive('@tag(name: "public")')
  @Field(() => Int, {
    nullable: true,
    description:
      'People on the waiting list, in tens; null below ten and when not known (キャンセル待ち人数の目安).',
    simple: true,
  })
  waiting?: number | null;
}

/** What a department knows of the places of an opportunity. */
interface SeatNumbers {
  readonly capacity?: number | null | undefined;
  readonly taken?: number | null | undefined;
  readonly waiting?: number | null | undefined;
}

/** Fewest places left that are told where there are any, smallest first; from 100 on in hundreds. */
const steps = [1, 10, 20, 50] as const;

/** How many numbers of people stand at least behind what is told of places and of who waits. */
const width = 10;

/**
 * Places left as anybody may know them: the step at or below them, of those that lie so far below the capacity that ten
 * numbers stand behind the highest too. "Ten left of twelve" would tell that two people applied at most.
 */
export function leftInSteps(left: number, capacity: number): number {
  if (left < 1) return 0;
  const most = Math.min(left, capacity - width + 1);
  if (most >= 100) return Math.floor(most / 100) * 100;
  return steps.findLast((step) => step <= most) ?? 1;
}

/** Places as anybody may know them: exact numbers would tell how many people applied. */
export function seatsTold({ capacity, taken, waiting }: SeatNumbers): Seats | null {
  if (capacity == null && waiting == null) return null;
  return {
    capacity: capacity ?? null,
    left: capacity != null && taken != null ? leftInSteps(capacity - taken, capacity) : null,
    waiting: waiting != null && waiting >= width ? Math.floor(waiting / width) * width : null,
  };
}
