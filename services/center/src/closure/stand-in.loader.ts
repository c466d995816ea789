import { type LoaderOf, many } from '@manabi/kit/batch';

import { type StandInFound, type StandInsFor, standInsFor } from './stand-in.search.js';

export const standInsOf: LoaderOf<StandInsFor, StandInFound[]> = (em) =>
  many(
    (asked) => standInsFor(em, asked),
    ({ asked }) => asked,
  );
