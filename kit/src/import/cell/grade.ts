import { blank, isBlank, type Reading, refused } from './reading.js';

const written =
  /^(?:小(?:学校?)?(?<elementary>[1-6])|中(?:学校?)?(?<junior>[1-3])|高(?:校|等学校)?(?<high>[1-3])|第?(?<plain>1[0-2]|\d))(?:年生?)?$/u;
const beforeSchool = /^(?:園児|幼児|未就学児?|就学前)$/u;

/** Reads a school grade, 小3, 中1, 3年, as a number: 1 to 6 elementary, 7 to 9 junior high, 10 to 12 high school; 0 is before school. */
export function readGrade(cell: string): Reading<number> {
  const raw = cell.trim();
  if (isBlank(raw)) return blank;
  const text = raw.normalize('NFKC').replaceAll(/\s/gu, '');
  if (beforeSchool.test(text)) return { value: 0, repairs: [] };
  const { elementary, junior, high, plain } = written.exec(text)?.groups ?? {};
  if (junior) return { value: Number(junior) + 6, repairs: [] };
  if (high) return { value: Number(high) + 9, repairs: [] };
  const grade = elementary ?? plain;
  if (grade !== undefined) return { value: Number(grade), repairs: [] };
  return refused(raw, {
    code: 'GRADE_UNREADABLE',
    message: `「${raw}」は学年として読めません。`,
    remedy: '「小3」「中1」のように書いてください。就学前は「幼児」です。',
  });
}
