import { type LoaderOf, many } from '@manabi/kit/batch';

import {
  type ParticipationOf,
  type ParticipationRow,
  participationOfMeasures,
} from './participation.repository.js';

export const participationOfMeasure: LoaderOf<ParticipationOf, ParticipationRow[]> = (em) =>
  many(
    (keys) => participationOfMeasures(em, keys),
    ({ key }) => key,
  );
