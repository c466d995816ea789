import { bilingual } from '@manabi/kit/value/local-text';
import { Refusal } from '@manabi/kit/write/refusal';
import { ObjectType } from 'type-graphql';

/** The times of an event cannot be meant so. */
@ObjectType({ description: 'The times of an event cannot be meant so (日程の誤り).' })
export class ProgramTimesImpossible extends Refusal {
  readonly __typename!: 'ProgramTimesImpossible';
}

/** The event was cancelled before. */
@ObjectType({ description: 'The event was cancelled before (中止済み).' })
export class LibraryProgramAlreadyCancelled extends Refusal {
  readonly __typename!: 'LibraryProgramAlreadyCancelled';
}

/** The times cannot be meant so, for the reason that is said in both languages. */
export const timesImpossible = (ja: string, en: string): ProgramTimesImpossible => ({
  __typename: 'ProgramTimesImpossible',
  why: bilingual(ja, en),
  whatToDo: bilingual(
    '日時を確かめて、もう一度送ってください。',
    'Look at the times and send the request again.',
  ),
});

/** The event was cancelled before. */
export const alreadyCancelled = (): LibraryProgramAlreadyCancelled => ({
  __typename: 'LibraryProgramAlreadyCancelled',
  why: bilingual('この行事は中止になっています。', 'This event was cancelled before.'),
  whatToDo: bilingual(
    'あらためて開くときは、新しい行事として公開してください。',
    'To hold it after all, publish it as a new event.',
  ),
});
