/** What was changed so that a cell could be read: a code for machines and a sentence for people. */
export interface Repair {
  readonly code: string;
  readonly message: string;
  /** What its publisher should see to, where another reading was possible. */
  readonly remedy?: string;
}

/** Why a cell could not be read, and what its publisher can do about it. */
export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

/**
 * What one cell gave. Blank cells give no value and no problem. A value may stand beside a problem
 * (a date whose weekday does not fit it); `prose` is text that belongs into the remarks.
 */
export interface Reading<T> {
  readonly value?: T;
  readonly repairs: readonly Repair[];
  readonly problem?: Fault;
  readonly prose?: string;
}

/** The reading of a cell that holds nothing. */
export const blank: Reading<never> = { repairs: [] };

/** The reading of a cell that said what it should, or was brought to it by the repairs named. */
export function taken<T>(value: T, ...repairs: readonly (Repair | undefined)[]): Reading<T> {
  return { value, repairs: repairs.filter((repair) => repair !== undefined) };
}

/** The reading of a cell that cannot be read; its text is kept as prose. */
export function refused(text: string, problem: Fault): Reading<never> {
  return { repairs: [], problem, prose: text };
}

/** The repair for a text that says the same in another form, or nothing when the form was right. */
export function rewritten(code: string, from: string, to: string): Repair | undefined {
  return from === to ? undefined : { code, message: `「${from}」を「${to}」と読みました。` };
}

/** Characters beyond which a cell is prose and no value; keeps every reader quick whatever a file holds. */
const longestValue = 400;

/** The refusal of a cell that is too long to hold a value, or undefined. */
export function tooLong(text: string): Reading<never> | undefined {
  if (text.length <= longestValue) return undefined;
  return refused(text, {
    code: 'CELL_TOO_LONG',
    message: `値の欄に${text.length}文字の文章が入っています。`,
    remedy: '値だけを入力し、文章は説明か備考に書いてください。',
  });
}

const blankMark =
  /^(?:[-‐-―−ー－*＊…・.]+|null|nil|n\/a|nan|none|\(?空白\)?|該当なし|なし|無し|特になし)$/iu;

/** Whether a cell holds nothing, or only a mark that means nothing (－, なし, NULL, NaN). */
export function isBlank(text: string): boolean {
  const trimmed = text.trim();
  return trimmed === '' || (trimmed.length < 8 && blankMark.test(trimmed.normalize('NFKC')));
}
