import { blank, isBlank, type Reading, type Repair, refused, tooLong } from './reading.js';

/** A telephone number in half-width digits and hyphens (03-5353-5111), its extension, and whether it is a mobile number. */
export interface Phone {
  readonly number: string;
  readonly extension?: string;
  readonly isMobile: boolean;
}

const dash = /[‐-―−ー－~〜～]/gu;
const numberPattern =
  /(?:\+81[-\s]?\(?0?\)?[-\s]?)?\(?0?\d{1,5}\)?[-\s]?\(?\d{1,4}\)?[-\s]?\d{3,4}(?!\d)/gu;

/** Reads one number: (03)5353-5111 and 03(5353)5111 are standard forms; full-width, +81 and a lost leading zero are repaired; masked numbers are refused. */
export function readPhone(cell: string): Reading<Phone> {
  const raw = cell.trim();
  if (isBlank(raw)) return blank;
  const long = tooLong(raw);
  if (long) return long;
  const text = raw.normalize('NFKC').replaceAll(dash, '-');
  const extension = /内線[:\s]*(\d{1,6})|ext\.?\s*(\d{1,6})/iu.exec(text);
  const found = text.replace(/(?:\(?内線|ext).*$/iu, '').match(numberPattern) ?? [];
  const first = found[0];
  if (first === undefined) return refused(raw, unreadable(raw));
  const repairs: Repair[] = [];
  const number = standard(first, repairs);
  if (number === undefined) return refused(raw, unreadable(raw));
  if (/0{3,4}-?0{4}$|^0000/.test(number)) return refused(raw, masked);
  if (!/^[-()\d\s]+$/.test(raw) && repairs.length === 0 && !extension && found.length === 1) {
    repairs.push({ code: 'PHONE_FORM', message: `「${raw}」から ${number} を読みました。` });
  }
  if (found.length > 1)
    repairs.push({
      code: 'PHONE_SEVERAL',
      message: `電話番号が${found.length}件あり、最初の ${number} を採りました。`,
    });
  const inner = extension?.[1] ?? extension?.[2];
  const value = {
    number,
    isMobile: /^0[6789]0/.test(number),
    ...(inner ? { extension: inner } : {}),
  };
  return found.length > 1 ? { value, repairs, prose: raw } : { value, repairs };
}

function standard(text: string, repairs: Repair[]): string | undefined {
  const national = text.replace(/^\+81[-\s]?\(?0?\)?[-\s]?/, '0');
  const parts = national.split(/[-()\s]+/).filter((part) => part !== '');
  const digits = parts.join('');
  if (national !== text)
    repairs.push({ code: 'PHONE_FORM', message: `「${text}」を国内の形に直しました。` });
  if (digits.startsWith('0')) return /^0\d{9,10}$/.test(digits) ? parts.join('-') : undefined;
  if (!/^[1-9]\d{8}$/.test(digits) && !/^[5-9]0\d{8}$/.test(digits)) return undefined;
  repairs.push({
    code: 'PHONE_LEADING_ZERO',
    message: `「${text}」に、失われた先頭の0を補いました。`,
  });
  return `0${parts.join('-')}`;
}

const masked = {
  code: 'PHONE_MASKED',
  message: '電話番号が伏せられています（0000）。',
  remedy: '公開してよい代表番号があれば入力し、なければ空欄にしてください。',
};

function unreadable(raw: string): { code: string; message: string; remedy: string } {
  return {
    code: 'PHONE_UNREADABLE',
    message: `「${raw.slice(0, 60)}」を電話番号として読めません。`,
    remedy: '市外局番から半角の数字とハイフンで入力してください。',
  };
}
