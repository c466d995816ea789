import { type LoaderOf, many, one } from '@manabi/kit/batch';

import type { PracticeNote } from './practice-note.entity.js';
import {
  type PagedNote,
  type PracticeNotePage,
  practiceNotesByIds,
  practiceNotesOn,
} from './practice-note.repository.js';

export const practiceNoteById: LoaderOf<string, PracticeNote | null> = (em) =>
  one(
    (ids) => practiceNotesByIds(em, ids),
    ({ id }) => id,
  );

export const practiceNotesOfPage: LoaderOf<PracticeNotePage, PagedNote[]> = (em) =>
  many(
    (pages) => practiceNotesOn(em, pages),
    ({ page }) => page,
  );
