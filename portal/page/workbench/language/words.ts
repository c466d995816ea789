import { coverageWords } from './coverage-words.js';
import { explorerWords } from './explorer-words.js';
import { frameWords } from './frame-words.js';
import { statisticsWords } from './statistics-words.js';
import { tableWords } from './table-words.js';

/** The languages of the workbench. */
export type Language = 'ja' | 'en';

/** Every word of the workbench, in both languages; the parts are tables of their own by what they are about. */
const words = {
  ...frameWords,
  ...tableWords,
  ...statisticsWords,
  ...explorerWords,
  ...coverageWords,
};

/** The words of the workbench in one language. A word that is missing in one of them does not compile. */
export type Words = { readonly [Name in keyof typeof words]: (typeof words)[Name][Language] };

const saidIn = (language: Language): Words =>
  // Each word is taken from its own entry, so that names and kinds stay together.
  Object.fromEntries(
    Object.entries(words).map(([name, both]) => [name, both[language]]),
  ) as unknown as Words;

/** All words by language. */
export const wordsIn: Readonly<Record<Language, Words>> = {
  ja: saidIn('ja'),
  en: saidIn('en'),
};
