import 'reflect-metadata';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

/** Fewer people than this are never told as a number, whoever asks. */
export const smallestCell = 10;

/** A number of people that is told only where they are many enough that nobody can be recognised. */
@ObjectType({
  description:
    'A number of people, told only where they are many enough that nobody can be recognised (秘匿処理済みの人数).',
})
@Directive('@shareable')
export class GuardedCount {
  @Directive('@tag(name: "public")')
  @Field(() => Int, {
    nullable: true,
    description: 'The number; null where it is held back or nobody counted (人数).',
    simple: true,
  })
  value!: number | null;

  @Directive('@tag(name: "public")')
  @Field(() => Boolean, {
    nullable: true,
    description: 'True when it is held back because they are few (秘匿).',
    simple: true,
  })
  isHeldBack!: boolean;
}

/** Guards a number of people: 1 up to `cell` less one is held back; nobody, and nobody counted, are told as such. */
export function guarded(value: number | null, cell: number = smallestCell): GuardedCount {
  const isHeldBack = value !== null && value > 0 && value < Math.max(cell, smallestCell);
  return { value: isHeldBack ? null : value, isHeldBack };
}

/**
 * Guards a number of people that is told as it stands at any moment: in full tens, so that nobody who asks before and
 * after somebody came, or takes parts of a sum from it, finds that one.
 */
export function guardedInTens(value: number | null): GuardedCount {
  const { value: told, isHeldBack } = guarded(value);
  return { value: inTens(told), isHeldBack };
}

/** A number of people in full tens. */
export const inTens = (value: number | null): number | null =>
  value === null ? null : Math.floor(value / smallestCell) * smallestCell;

/**
 * Guards the parts of a sum that is told too: where just one part would be held back, the sum would give it away, so the
 * smallest other one is held back with it.
 */
export function guardedTogether(values: readonly (number | null)[]): GuardedCount[] {
  const cells = values.map((value) => guarded(value));
  if (cells.filter(({ isHeldBack }) => isHeldBack).length !== 1) return cells;
  const shown = cells.flatMap(({ value }) => (value ? [value] : []));
  const smallest = cells.findIndex(({ value }) => value === Math.min(...shown));
  return cells.map((cell, at) => (at === smallest ? { value: null, isHeldBack: true } : cell));
}
