import { type LoaderOf, many } from '@manabi/kit/batch';

import {
  type PagedProgram,
  type ProgramPage,
  programsInStretches,
} from './branch-program.repository.js';

export const programsInStretch: LoaderOf<ProgramPage, PagedProgram[]> = (em) =>
  many(
    (pages) => programsInStretches(em, pages),
    ({ page }) => page,
  );
