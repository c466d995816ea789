import { gatheredTerms } from './gathered-terms.js';
import type { Language } from './words.js';

/** What people call a type of the graph: its Japanese term, or its name as separate words. */
export function typeTerm(name: string, language: Language): string {
  const words = name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ');
  return language === 'ja' ? (gatheredTerms[name] ?? words) : words;
}
