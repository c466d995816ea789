import { Public } from '@manabi/kit/column';
import { Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { SportsClass } from '../sports-class/sports-class.entity.js';
import { ClassTime } from './class-time.entity.js';
import { classTimes } from './class-time.rules.js';

/** Gives a class its times. */
@Resolver(() => SportsClass)
export class SportsClassTimeResolver {
  @Public()
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [ClassTime], {
    nullable: true,
    description:
      'Its times by number, those that were called off too; "occurrences" tells those that stand (各回).',
  })
  times(@Root() sportsClass: SportsClass): ClassTime[] {
    return classTimes(sportsClass);
  }
}
