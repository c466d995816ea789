import type { ColumnTerm, ReadyDocument } from '../../../src/ready/ready-document.js';

/** The ready questions; they are loaded when they are first needed. */
export async function loadReady(): Promise<readonly ReadyDocument[]> {
  const { gatheredQuestions } = await import('./gathered-questions.js');
  return gatheredQuestions;
}

/** The questions in which every word that is looked for stands, in title or name. */
export function findReady(
  questions: readonly ReadyDocument[],
  wanted: string,
): readonly ReadyDocument[] {
  const words = wanted.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  return questions.filter(({ name, title }) => {
    const text = `${name} ${title.ja} ${title.en}`.normalize('NFKC').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** Terms for the places of an answer to a question of one's own, as far as ready questions ask for the same. */
export function termsOfAll(questions: readonly ReadyDocument[]): Record<string, ColumnTerm> {
  return Object.assign({}, ...questions.map(({ terms }) => terms));
}
