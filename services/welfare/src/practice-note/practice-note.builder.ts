import { PracticeNote, PracticeNoteKind } from './practice-note.entity.js';

/** A note for tests; name only what matters. */
export function aPracticeNote(given: Partial<PracticeNote> = {}): PracticeNote {
  return Object.assign(
    new PracticeNote(),
    {
      id: 'note',
      kind: PracticeNoteKind.ADVICE_CASE,
      title: { ja: '夜泣きの相談' },
      summary: { ja: '生活のリズムをいっしょに見直した。' },
      provenance: { department: 'children', sample: true },
    },
    given,
  );
}
