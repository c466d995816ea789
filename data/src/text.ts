import type { Line } from './table.js';

/** A wording in another language, and whether a person or a machine wrote it. */
export interface Wording {
  text: string;
  origin: 'HUMAN' | 'MACHINE';
}

/** A text for residents: Japanese, its reading in full-width katakana, やさしい日本語 and English where they exist. */
export interface Text {
  ja: string;
  kana?: string;
  plain?: Wording;
  en?: Wording;
}

/** The wordings a text may have beside the Japanese one; null where there is none. */
export interface OtherWordings {
  kana: string | null;
  plain: string | null;
  en: string | null;
}

/** Promises a text without empty parts; no person has reviewed the other wordings, so they count as MACHINE. */
export const text = (ja: string, other: OtherWordings): Text => ({
  ja,
  ...(other.kana === null ? {} : { kana: other.kana }),
  ...(other.plain === null ? {} : { plain: { text: other.plain, origin: 'MACHINE' } }),
  ...(other.en === null ? {} : { en: { text: other.en, origin: 'MACHINE' } }),
});

/** Promises the name of a register's line from its columns name, kana and en. */
export const nameOf = (line: Line): Text =>
  text(line.text('name'), { kana: line.maybe('kana'), plain: null, en: line.maybe('en') });
