import { blank, isBlank, type Reading, refused, rewritten, taken, tooLong } from './reading.js';

const weights = [6, 5, 4, 3, 2];

/** The check digit of a five-digit code of a prefecture or municipality (JIS X 0401/0402, modulo 11). */
export function checkDigit(five: string): number {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(five[at]), 0);
  const rest = sum < 11 ? 11 - sum : 11 - (sum % 11);
  return rest % 10;
}

/** Whether six digits are a code whose check digit holds and whose prefecture exists. */
export function isMunicipalityCode(six: string): boolean {
  return (
    /^\d{6}$/.test(six) && prefectureExists(six) && checkDigit(six.slice(0, 5)) === Number(six[5])
  );
}

/**
 * Reads 全国地方公共団体コード. A lost leading zero or a dropped check digit is restored only when the check digit
 * leaves one reading; two possible readings, or a check digit that fails, are a problem.
 */
export function readMunicipalityCode(cell: string): Reading<string> {
  const raw = cell.trim();
  if (isMunicipalityCode(raw)) return { value: raw, repairs: [] };
  if (isBlank(raw)) return blank;
  const long = tooLong(raw);
  if (long) return long;
  const digits = raw
    .normalize('NFKC')
    .replace(/\.0+$/, '')
    .replaceAll(/[\s,'"-]/g, '');
  if (isMunicipalityCode(digits)) return taken(digits, rewritten('CODE_FORM', raw, digits));
  if (!/^\d{5}$/.test(digits)) return refused(raw, invalid(raw));
  const readings = [`0${digits}`, `${digits}${checkDigit(digits)}`].filter(isMunicipalityCode);
  const only = readings[0];
  if (only === undefined) return refused(raw, invalid(raw));
  if (readings.length > 1) return refused(raw, ambiguous(raw, readings));
  return taken(only, {
    code: 'CODE_RESTORED',
    message: `「${raw}」を検査数字で確かめ、「${only}」に直しました。`,
  });
}

function prefectureExists(code: string): boolean {
  const prefecture = Number(code.slice(0, 2));
  return prefecture >= 1 && prefecture <= 47;
}

function invalid(raw: string): { code: string; message: string; remedy: string } {
  return {
    code: 'CODE_INVALID',
    message: `「${raw}」は全国地方公共団体コードではありません（検査数字が合いません）。`,
    remedy: '検査数字を含む6桁（例 132292）を文字列として入力してください。',
  };
}

function ambiguous(
  raw: string,
  readings: readonly string[],
): { code: string; message: string; remedy: string } {
  return {
    code: 'CODE_AMBIGUOUS',
    message: `「${raw}」は${readings.join('とも')}とも読めます。`,
    remedy: '検査数字を含む6桁を文字列として入力してください。',
  };
}
