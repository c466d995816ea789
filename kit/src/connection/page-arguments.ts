import 'reflect-metadata';
import { ArgsType, Field, Int } from 'type-graphql';

import { refusedInput } from '../refused-input.js';

/** Rows of a page at most, at most for who reads whole lists, and when nobody says. */
export const pageLimit = { most: 100, long: 500, usual: 20 } as const;

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

/** The page size that was asked for; refuses what no page can have. Long pages are for who reads whole lists. */
export function pageSize({ first }: PageArguments, mayBeLong: boolean = false): number {
  if (first >= 1 && first <= (mayBeLong ? pageLimit.long : pageLimit.most)) return first;
  throw refusedInput(
    `"first" was ${first}; a page holds 1 to ${pageLimit.most}. Ask for fewer, and for the rest with "after".`,
    { argument: 'first', reason: 'VALUE_OUT_OF_RANGE', least: 1, most: pageLimit.most },
  );
}
