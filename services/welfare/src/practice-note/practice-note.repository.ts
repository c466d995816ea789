import type { PageOf } from '@manabi/kit/connection/connection-type';
import { readCursor, writeCursor } from '@manabi/kit/connection/cursor';
import type { EntityDictionary } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';

import { PracticeNote } from './practice-note.entity.js';

/** Those with these ids, in no order; ids that nobody has are left out. */
export function practiceNotesByIds(
  em: EntityManager,
  ids: readonly string[],
): Promise<PracticeNote[]> {
  return em.find(PracticeNote, { id: { $in: [...ids] }, withdrawnAt: null });
}

/** One page of the notes of a subject, or of all; a class of a classification holds what stands under it. */
export interface PracticeNotePage extends PageOf {
  readonly scheme: string | null;
  readonly code: string | null;
  readonly kind: string | null;
}

/** What one of many pages holds: up to one note more than its size. */
export interface PagedNote {
  readonly page: PracticeNotePage;
  readonly note: PracticeNote;
}

/** Notes are listed newest first; this is the cursor of one. */
export const practiceNoteCursor = ({ writtenOn, id }: PracticeNote): string =>
  writeCursor([writtenOn ?? '0001-01-01', id]);

const place = z.tuple([z.iso.date(), z.string().max(200)]);

/** Reads many pages in one query. */
export async function practiceNotesOn(
  em: EntityManager,
  pages: readonly PracticeNotePage[],
): Promise<PagedNote[]> {
  const wanted = pages.map(({ size, after, scheme, code, kind }, page) => {
    const [writtenOn, id] = after === null ? [null, null] : readCursor(after, place);
    return { page, size: size + 1, scheme, code, kind, written_on: writtenOn, id };
  });
  const rows = await em.execute<(EntityDictionary<PracticeNote> & { page: number })[]>(
    `select w.page, listed.* from jsonb_to_recordset(?::jsonb)
       as w(page int, size int, scheme text, code text, kind text, written_on date, id text)
     cross join lateral (
       select n.* from practice_note n
       where n.withdrawn_at is null and (w.kind is null or n.kind = w.kind)
         and (w.scheme is null or exists (select from jsonb_to_recordset(n.subject_keys) as k(scheme text, code text)
           where k.scheme = w.scheme and starts_with(k.code, w.code)))
         and (w.id is null or (coalesce(n.written_on, '0001-01-01'), n.id) < (w.written_on, w.id))
       order by coalesce(n.written_on, '0001-01-01') desc, n.id desc limit w.size
     ) listed
     order by w.page, coalesce(listed.written_on, '0001-01-01') desc, listed.id desc`,
    [JSON.stringify(wanted)],
  );
  return rows.flatMap(({ page: at, ...row }) => {
    const page = pages[at];
    // What is left of the row when its page is taken away are the columns of the table.
    return page
      ? [{ page, note: em.map(PracticeNote, row as EntityDictionary<PracticeNote>) }]
      : [];
  });
}
