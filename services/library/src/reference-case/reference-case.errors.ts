import { type PersonalTrace, personalTraceNames } from '@manabi/kit/text/personal-trace';
import { bilingual } from '@manabi/kit/value/local-text';
import { Refusal } from '@manabi/kit/write/refusal';
import { ObjectType } from 'type-graphql';

/** A text that is to be published tells of a private person. */
@ObjectType({
  description: 'A text that is to be published tells of a private person (個人が分かる記述).',
})
export class TellsOfPerson extends Refusal {
  readonly __typename!: 'TellsOfPerson';
}

/** A text that is to be published tells of a private person: by what, never by the words themselves. */
export function tellsOfPerson(traces: readonly PersonalTrace[]): TellsOfPerson {
  const names = traces.map((trace) => personalTraceNames[trace]).join('、');
  return {
    __typename: 'TellsOfPerson',
    why: bilingual(
      `個人が分かる記述（${names}）があるため、公開できません。`,
      `The text tells of a private person (${traces.join(', ')}), so it cannot be published.`,
    ),
    whatToDo: bilingual(
      'その記述を除いて、もう一度送ってください。',
      'Take that out and send the case again.',
    ),
  };
}
