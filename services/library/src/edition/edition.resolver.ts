import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import { Arg, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { Title, TitleFormat } from '../title/title.entity.js';
import { editionsOfWork } from './edition.loader.js';
import { mostEditions, workOf } from './edition.repository.js';

/** Gives a title the other editions of its work. */
@Resolver(() => Title)
export class TitleEditionResolver {
  @Public()
  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [Title], {
    nullable: true,
    description:
      'Other editions of the same work, newest first, 20 at most, e.g. in large print or read aloud; each has copies of its own (別形態の版).',
  })
  async editions(
    @Root() title: Title,
    @Ctx() { loaders }: Context,
    @Arg('formats', () => [TitleFormat], {
      nullable: true,
      description: 'Only in these forms (資料形態).',
    })
    formats?: TitleFormat[] | null,
  ): Promise<Title[]> {
    const editions = await loaders.of(editionsOfWork).load(workOf(title));
    return editions
      .map((edition) => edition.title)
      .filter(({ bibId }) => bibId !== title.bibId)
      .filter(({ format }) => !formats || (format != null && formats.includes(format)))
      .slice(0, mostEditions);
  }
}
