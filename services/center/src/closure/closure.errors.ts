import type { Problem } from '@manabi/kit/problem';
import { type InputReason, refusedInput } from '@manabi/kit/refused-input';
import { writeJapanese } from '@manabi/kit/japan-time';
import { bilingual } from '@manabi/kit/value/local-text';

import type {
  ClosedAlready,
  ClosureOver,
  ClosureTimeWrong,
  RoomsUnknown,
} from './close-facility-answer.entity.js';
import type { Closure } from './closure.entity.js';

/** Refuses a time that no closure can have. */
export function badSpan(reason: InputReason, why: string): Problem {
  return refusedInput(`"in" cannot be asked about: ${why}. Put the earlier moment in "from".`, {
    argument: 'in',
    reason,
  });
}

/** The time ends before it begins. */
export function closureTimeWrong(): ClosureTimeWrong {
  return {
    __typename: 'ClosureTimeWrong',
    why: bilingual('休館終了が休館開始より前です。', 'The closure ends before it begins.'),
    whatToDo: bilingual(
      '終了を開始より後にするか、未定なら空にしてください。',
      'Send an "endsAt" after "startsAt", or none when it is not known.',
    ),
  };
}

/** The house has no such rooms. */
export function roomsUnknown(roomIds: readonly string[]): RoomsUnknown {
  return {
    __typename: 'RoomsUnknown',
    roomIds,
    why: bilingual(
      'この施設にない部屋が含まれています。',
      'Some of these are no rooms of the house.',
    ),
    whatToDo: bilingual(
      '施設の部屋一覧から選んでください。',
      'Take their ids from "Facility.rooms".',
    ),
  };
}

/** It is closed then already. */
export function closedAlready(closure: Closure): ClosedAlready {
  const since = writeJapanese(closure.startsAt);
  return {
    __typename: 'ClosedAlready',
    closure,
    why: bilingual(
      `${since}からの休館と重なっています。`,
      'It is closed then already, by another closure.',
    ),
    whatToDo: bilingual(
      'その休館を解除してから、改めて登録してください。',
      'Lift the other closure first, or choose another time.',
    ),
  };
}

/** The closure is over. */
export function closureOver(): ClosureOver {
  return {
    __typename: 'ClosureOver',
    why: bilingual('この休館はすでに終わっています。', 'This closure is over.'),
    whatToDo: bilingual('することはありません。', 'There is nothing to do.'),
  };
}
