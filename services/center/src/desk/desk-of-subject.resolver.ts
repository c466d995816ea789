import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import { Tri } from '@manabi/kit/value/tri';
import { Args, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { Subject } from '../subject/subject.entity.js';
import { Desk } from './desk.entity.js';
import { AdviceArguments } from './desk.input.js';
import { desksOfSubject } from './desk.loader.js';
import { isDeskOpen } from './desk.search.js';

/** Most desks that are told of one subject. */
const told = 10;

/** Leads from a subject to the desks that advise on it. */
@Resolver(() => Subject)
export class DeskOfSubjectResolver {
  @Public()
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [Desk], {
    nullable: 'itemsAndList',
    description:
      'Desks that advise on it; an NDC class leads to those above and under it; ten at most (相談窓口).',
  })
  async desks(
    @Root() { scheme, code }: Subject,
    @Args(() => AdviceArguments) { audience, openAt }: AdviceArguments,
    @Ctx() { loaders }: Context,
  ): Promise<Desk[]> {
    const found = await loaders
      .of(desksOfSubject)
      .load({ scheme, code, audience: audience ?? null });
    const desks = found.map(({ desk }) => desk);
    const open = openAt ? desks.filter((desk) => isDeskOpen(desk, openAt) === Tri.YES) : desks;
    return open.slice(0, told);
  }
}
