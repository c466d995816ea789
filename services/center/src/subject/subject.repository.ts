import { readCursor, writeCursor } from '@manabi/kit/connection/cursor';
import type { SubjectKey } from '@manabi/kit/opportunity/opportunity.columns';
import { readRows } from '@manabi/kit/read-rows';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';

import { Subject } from './subject.entity.js';
import type { SubjectFilter } from './subject.input.js';

/** The subjects with these keys, in no order, and perhaps others; keys that nobody has are left out. */
export function subjectsByKeys(em: EntityManager, keys: readonly SubjectKey[]): Promise<Subject[]> {
  return readRows(em, Subject, {
    where: 'scheme = any(array[?]::text[]) and code = any(array[?]::text[])',
    values: [
      [...new Set(keys.map(({ scheme }) => scheme))],
      [...new Set(keys.map(({ code }) => code))],
    ],
  });
}

/** What a key means, where anybody knows: the subject, or for an NDC class the register does not hold one like the next wider. */
export interface MeantSubject {
  readonly wanted: SubjectKey;
  readonly subject: Subject;
}

/** What these keys mean, in one query; keys that mean nothing to the register are left out. */
export async function meantSubjects(
  em: EntityManager,
  keys: readonly SubjectKey[],
): Promise<MeantSubject[]> {
  const known = await subjectsByKeys(em, keys.flatMap(widerKeys));
  const byKey = new Map(known.map((subject) => [`${subject.scheme}:${subject.code}`, subject]));
  return keys.flatMap((wanted) => {
    const [nearest] = widerKeys(wanted).flatMap(
      ({ scheme, code }) => byKey.get(`${scheme}:${code}`) ?? [],
    );
    return nearest ? [{ wanted, subject: asWanted(nearest, wanted) }] : [];
  });
}

/** The key and, of the NDC, those of all classes above it, the narrowest first. */
function widerKeys({ scheme, code }: SubjectKey): SubjectKey[] {
  if (scheme !== 'NDC') return [{ scheme, code }];
  return Array.from({ length: code.length }, (_, less) => ({
    scheme,
    code: code.slice(0, code.length - less),
  }));
}

function asWanted(nearest: Subject, { scheme, code }: SubjectKey): Subject {
  if (nearest.code === code) return nearest;
  const { label, provenance, mextCode } = nearest;
  const words = { scheme, code, label, provenance, mextCode, broaderCode: nearest.code };
  return Object.assign(new Subject(), words);
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
