import { Public } from '@manabi/kit/column';
import { type Connection, type Edge, connection } from '@manabi/kit/connection/connection';
import { connectionType, paged } from '@manabi/kit/connection/connection-type';
import { pageSize } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import { Args, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { LibraryBranch } from '../branch/branch.entity.js';
import { LibraryProgram } from '../program/program.entity.js';
import { BranchProgramArguments } from './branch-program.input.js';
import { programsInStretch } from './branch-program.loader.js';

const LibraryProgramConnection = connectionType('LibraryProgram', LibraryProgram, '図書館行事');

/** Gives a branch the events that take place in its house. */
@Resolver(() => LibraryBranch)
export class BranchProgramResolver {
  @Public()
  @Directive(paged)
  @FieldResolver(() => LibraryProgramConnection, {
    nullable: true,
    description:
      'Events of the library in this house in a stretch of time, by their first time in it: what a closure would hit. Cancelled ones are left out (期間中の行事).',
  })
  async programs(
    @Root() { facilityCode }: LibraryBranch,
    @Args(() => BranchProgramArguments) given: BranchProgramArguments,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Edge<LibraryProgram>>> {
    const page = { size: pageSize(given), after: given.after ?? null };
    const stretch = { from: given.in.from.toISOString(), to: given.in.to.toISOString() };
    const rows = await loaders.of(programsInStretch).load({ facilityCode, ...stretch, ...page });
    return connection(rows, page, ({ cursor, node }) => ({ cursor, node }));
  }
}
