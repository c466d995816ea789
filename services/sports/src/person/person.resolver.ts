import { Public } from '@manabi/kit/column';
import { type Connection, type Edge, connection } from '@manabi/kit/connection/connection';
import { connectionType, pageOf, paged } from '@manabi/kit/connection/connection-type';
import { PageArguments } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import { ledCursor } from '@manabi/kit/opportunity/opportunity.leaders';
import { Args, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { SportsClass } from '../sports-class/sports-class.entity.js';
import { classesCoachedBy } from '../sports-class/sports-class.loader.js';
import { Person } from './person.stub.js';

const SportsClassConnection = connectionType('SportsClass', SportsClass, 'スポーツ教室');

/** Gives a person the classes they coached. */
@Resolver(() => Person)
export class PersonResolver {
  @Public()
  @Directive(paged)
  @FieldResolver(() => SportsClassConnection, {
    nullable: true,
    description: 'Classes they coach or coached, latest first (指導した教室).',
  })
  async coached(
    @Root() { id }: Person,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Edge<SportsClass>>> {
    const asked = pageOf(id, page);
    const found = await loaders.of(classesCoachedBy).load(asked);
    return connection(found?.rows ?? [], asked, (node) => ({ cursor: ledCursor(node), node }));
  }
}

/** Gives a class the people who coach it. */
@Resolver(() => SportsClass)
export class CoachResolver {
  @Public()
  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [Person], {
    nullable: 'itemsAndList',
    description: 'Who coaches it (指導者).',
  })
  coaches(@Root() { coachIds }: SportsClass): Person[] {
    return coachIds.map((id) => ({ id }));
  }
}

/** What a reference to a person means: whoever the register knows. */
export const personReference = ({ id }: { id: string }): Person => ({ id });
