import type { Publisher } from '@manabi/kit/feed/publisher';

import { practiceNotesByIds } from './practice-note.repository.js';

/** Tells followers what anybody may know of a note, and nothing of what only staff read. */
export const publishPracticeNotes: Publisher = async (em, ids) =>
  new Map(
    (await practiceNotesByIds(em, ids)).map((note) => [
      note.id,
      {
        kind: note.kind,
        title: note.title,
        summary: note.summary,
        audiences: note.audiences ?? [],
        writtenOn: note.writtenOn ?? null,
        subjectKeys: note.subjectKeys,
        provenance: Object.assign({}, note.provenance),
      },
    ]),
  );
