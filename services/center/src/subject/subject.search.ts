import type { SubjectKeyInput } from './subject.input.js';

/** SQL that is true of a row `row` about a subject or, of the NDC, about a class under it; its values are those of `aboutValues`. */
export const isAbout = (row: string): string =>
  `exists (select from jsonb_to_recordset(${row}.subject_keys) as key (scheme text, code text)
    where key.scheme = ? and (key.code = ? or (? = 'NDC' and starts_with(key.code, ?))))`;

/** What `isAbout` asks for, in the order of its question marks. */
export const aboutValues = ({ scheme, code }: SubjectKeyInput): readonly string[] => [
  scheme,
  code,
  scheme,
  code,
];
