import { bilingual } from '@manabi/kit/value/local-text';

import type { MoreThanThereAre } from '../value/childcare-places-answer.js';

/** More places are said to be left than the session has. */
export const moreThanThereAre = (places: number): MoreThanThereAre => ({
  __typename: 'MoreThanThereAre',
  places,
  why: bilingual(`定員は${places}人です。`, `There are ${places} places in all.`),
  whatToDo: bilingual(
    `0から${places}までの数で送ってください。`,
    `Send a number from 0 to ${places}.`,
  ),
});
