import { readCursor, writeCursor } from '@manabi/kit/connection/cursor';
import type { SubjectKey } from '@manabi/kit/opportunity/opportunity.columns';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';

import { Subject } from './subject.entity.js';
import type { SubjectFilter } from './subject.input.js';

/** The subjects with these keys, in no order, and perhaps others; keys that nobody has are left out. */
export function subjectsByKeys(em: EntityManager, keys: readonly SubjectKey[]): Promise<Subject[]> {
  return em.find(Subject, {
    scheme: { $in: [...new Set(keys.map(({ scheme }) => scheme))] },
    code: { $in: [...new Set(keys.map(({ code }) => code))] },
  });
}

/** The subjects that lie directly under these, by code. */
export function narrowerSubjects(
  em: EntityManager,
  keys: readonly SubjectKey[],
): Promise<Subject[]> {
  return em.find(
    Subject,
    {
      scheme: { $in: [...new Set(keys.map(({ scheme }) => scheme))] },
      broaderCode: { $in: [...new Set(keys.map(({ code }) => code))] },
    },
    { orderBy: { code: 'asc' } },
  );
}

const place = z.tuple([z.string(), z.string()]);

/** The cursor of a subject in lists by scheme and code. */
export const subjectCursor = ({ scheme, code }: Subject): string => writeCursor([scheme, code]);

/** Subjects that fit, by scheme and code. Refuses a cursor of another list. */
export function subjectsAfter(
  em: EntityManager,
  filter: SubjectFilter,
  { limit, after }: { limit: number; after: string | null },
): Promise<Subject[]> {
  const [scheme, code] = after === null ? [null, null] : readCursor(after, place);
  const later =
    scheme === null
      ? {}
      : { scheme: { $gte: scheme }, $or: [{ scheme: { $gt: scheme } }, { code: { $gt: code } }] };
  return em.find(
    Subject,
    {
      $and: [
        later,
        filter.scheme == null ? {} : { scheme: filter.scheme },
        filter.broaderCode == null ? {} : { broaderCode: filter.broaderCode },
        filter.topOnly ? { broaderCode: null } : {},
      ],
    },
    { orderBy: { scheme: 'asc', code: 'asc' }, limit },
  );
}
