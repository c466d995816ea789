import { blank, isBlank, type Reading, refused, rewritten, taken, tooLong } from './reading.js';

/** Reads an ISBN of 10 or 13 digits, with or without hyphens, into 13 digits; the check digit must hold. */
export function readIsbn(cell: string): Reading<string> {
  const raw = cell.trim();
  if (isBlank(raw)) return blank;
  const long = tooLong(raw);
  if (long) return long;
  const digits = raw
    .normalize('NFKC')
    .toUpperCase()
    .replace(/^ISBN[:\s]*/, '')
    .replaceAll(/[\s‐-―−ー-]/gu, '')
    .replace(/\.0$/, '');
  if (/^97[89]\d{10}$/.test(digits) && check13(digits.slice(0, 12)) === digits[12])
    return taken(digits);
  if (/^\d{9}[\dX]$/.test(digits) && check10(digits.slice(0, 9)) === digits[9]) {
    const body = `978${digits.slice(0, 9)}`;
    const isbn = `${body}${check13(body)}`;
    return taken(isbn, rewritten('ISBN_FORM', raw, isbn));
  }
  const body = `978${digits.slice(0, 9)}`;
  if (/^\d{10}$/.test(digits) && check13(body) === digits[9]) {
    const isbn = `${body}${digits[9]}`;
    const message = `「${raw}」は先頭の978が落ちたISBNのため、「${isbn}」に直しました。`;
    return taken(isbn, { code: 'ISBN_PREFIX', message });
  }
  return refused(raw, {
    code: 'ISBN_INVALID',
    message: `「${raw.slice(0, 40)}」はISBNではありません（桁数か検査数字が合いません）。`,
    remedy: '資料の奥付と照らし、10桁または13桁のISBNを文字列として入力してください。',
  });
}

function check13(body: string): string {
  const sum = [...body].reduce(
    (total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3),
    0,
  );
  return String((10 - (sum % 10)) % 10);
}

function check10(body: string): string {
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  const rest = (11 - (sum % 11)) % 11;
  return rest === 10 ? 'X' : String(rest);
}
