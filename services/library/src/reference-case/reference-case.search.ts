import { type SearchColumns, searchColumns } from '../words/words.search.js';
import type { ReferenceCase } from './reference-case.entity.js';

/** What the words are made of by which a reference case is found. */
export type CaseFacts = Pick<ReferenceCase, 'question' | 'answer' | 'keywords'>;

/** Adds the folded words by which a case is found: its question, its answer, its keywords. */
export function withCaseSearch<Facts extends CaseFacts>(facts: Facts): Facts & SearchColumns {
  const { question, answer, keywords } = facts;
  const words = [question.ja, question.kana, answer.ja, ...(keywords ?? [])];
  return Object.assign(facts, searchColumns(words));
}
