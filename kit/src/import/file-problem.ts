/**
 * A file that cannot be read as a whole: nothing of it may be taken. `message` says what is wrong, `remedy` what to do,
 * both in Japanese for people; `code` is for machines and `found` holds what was seen (headers, sheets, datasets).
 */
export class FileProblem extends Error {
  readonly code: FileProblemCode;
  readonly remedy: string;
  readonly found: Readonly<Record<string, readonly string[]>>;

  constructor(
    code: FileProblemCode,
    words: { message: string; remedy: string; found?: Record<string, readonly string[]> },
  ) {
    super(words.message);
    this.name = 'FileProblem';
    this.code = code;
    this.remedy = words.remedy;
    this.found = words.found ?? {};
  }
}

/** Why a whole file is refused. */
export type FileProblemCode =
  | 'FILE_UNREADABLE'
  | 'NOT_A_TABLE'
  | 'WORKBOOK_UNREADABLE'
  | 'QUOTE_NOT_CLOSED'
  | 'HEADER_NOT_FOUND'
  | 'DATASET_UNKNOWN'
  | 'PERSONAL_DATA'
  | 'MAPPING_DIFFERS'
  | 'NOT_THEIRS';
