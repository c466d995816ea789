import { type LoaderOf, many } from '@manabi/kit/batch';

import { type Engagement, engagementsOf } from './engagement.repository.js';

export const engagementsOfPerson: LoaderOf<string, Engagement[]> = (em) =>
  many(
    (ids) => engagementsOf(em, ids),
    ({ personId }) => personId,
  );
