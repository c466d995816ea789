import { bilingual } from '@manabi/kit/value/local-text';
import { Refusal } from '@manabi/kit/write/refusal';
import { ObjectType } from 'type-graphql';

/** No branch has that id. */
@ObjectType({ description: 'No branch of the library has this id (該当する館なし).' })
export class LibraryBranchUnknown extends Refusal {
  readonly __typename!: 'LibraryBranchUnknown';
}

/** No branch has that id. */
export const branchUnknown = (): LibraryBranchUnknown => ({
  __typename: 'LibraryBranchUnknown',
  why: bilingual('この館は見つかりません。', 'No branch of the library has this id.'),
  whatToDo: bilingual(
    '図書館一覧から館を選び直してください。',
    'Take the id from "libraryBranches".',
  ),
});
