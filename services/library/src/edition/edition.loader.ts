import { type LoaderOf, many } from '@manabi/kit/batch';

import { type Edition, editionsOfWorks } from './edition.repository.js';

export const editionsOfWork: LoaderOf<string, Edition[]> = (em) =>
  many(
    (workKeys) => editionsOfWorks(em, workKeys),
    ({ workKey }) => workKey,
  );
