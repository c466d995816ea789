import type { Words } from '../language/words.js';

/** Who asks a question, in words: "department, scopes: feedback.answer" with its terms in the reader's language. */
export function askerText(asker: string, words: Words): string {
  const terms: Readonly<Record<string, string>> = {
    department: words.roleDepartment,
    analyst: words.roleAnalyst,
    scopes: words.needsScopes,
    purpose: words.needsPurpose,
    basis: words.needsBasis,
  };
  return asker.replaceAll(
    /\b(?:department|analyst|scopes|purpose|basis)\b(?!\.)/g,
    (term) => terms[term] ?? term,
  );
}
