import { type LoaderOf, many } from '@manabi/kit/batch';

import { type EvidenceOf, type EvidenceRow, evidenceOfMeasures } from './evidence.repository.js';

export const evidenceOfMeasure: LoaderOf<EvidenceOf, EvidenceRow[]> = (em) =>
  many(
    (keys) => evidenceOfMeasures(em, keys),
    ({ key }) => key,
  );
