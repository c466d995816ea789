import 'reflect-metadata';
import { ArgsType, Field, Int } from 'type-graphql';

import { Problem } from '../problem.js';

/** Rows of a page at most, and when nobody says. */
export const pageLimit = { most: 100, usual: 20 } as const;

/** Which page of a list is wanted. */
@ArgsType()
export class PageArguments {
  @Field(() => Int, {
    defaultValue: pageLimit.usual,
    description: 'How many at most, 1 to 100 (件数).',
  })
  first!: number;

  @Field(() => String, { nullable: true, description: 'Cursor to read on from (カーソル).' })
  after?: string | null;
}

/** The page size that was asked for; refuses what no page can have. */
export function pageSize({ first }: PageArguments): number {
  if (first >= 1 && first <= pageLimit.most) return first;
  throw new Problem(
    'BAD_USER_INPUT',
    `"first" was ${first}; a page holds 1 to ${pageLimit.most}. Ask for fewer, and for the rest with "after".`,
  );
}
