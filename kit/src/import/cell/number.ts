import { kanji2number } from '@geolonia/japanese-numeral';
import {
  blank,
  isBlank,
  type Reading,
  type Repair,
  refused,
  rewritten,
  tooLong,
} from './reading.js';

/** A number and the words that stood around it (約, 程度, 名, 組). */
const around =
  /^(?<before>[^0-9+\-.,〇一二三四五六七八九十百千万]*)(?<digits>[+-]?(?:[0-9][0-9,]*(?:\.[0-9]+)?|\.[0-9]+)|[0-9,]*[〇一二三四五六七八九十百千万][0-9〇一二三四五六七八九十百千万]*)(?<after>[^0-9]*)$/u;
const unlimited =
  /^(?:(?:定員|人数)?(?:制限|定め|上限)?(?:は)?(?:なし|無し|ありません)|無制限|自由|不問|定めなし)[。]?$/u;

/** Reads a number: full-width digits, commas, 円, 名, 約, 程度 and kanji numerals; prose and several numbers are kept, not guessed. */
export function readNumber(cell: string): Reading<number> {
  const raw = cell.trim();
  if (/^-?\d+(?:\.\d+)?$/.test(raw)) return { value: Number(raw), repairs: [] };
  if (isBlank(raw)) return blank;
  const long = tooLong(raw);
  if (long) return long;
  const text = raw.normalize('NFKC').replaceAll(/\s/g, '');
  const serial = dateSerial(text);
  if (serial !== undefined) {
    return {
      value: serial,
      repairs: [
        {
          code: 'NUMBER_AS_DATE',
          message: `表計算ソフトが日付に変えた「${raw}」を数「${serial}」に戻しました。`,
        },
      ],
    };
  }
  if (unlimited.test(text)) return { repairs: [], prose: raw };
  const match = around.exec(text);
  const digits = match?.groups?.['digits'];
  const value = digits === undefined || isWord(digits, match?.groups) ? Number.NaN : parsed(digits);
  if (Number.isNaN(value)) return refused(raw, several(text));
  const prose = `${match?.groups?.['before'] ?? ''}${match?.groups?.['after'] ?? ''}`;
  return withWords(value, { raw, prose });
}

/** More people than Japan has, more yen than an event costs: what counts more was mistyped. */
export const greatest = 999_999_999;

/** Reads a number that counts something: as readNumber, but a fraction, a negative or an absurdly great number is a problem. */
export function readWhole(cell: string): Reading<number> {
  const reading = readNumber(cell);
  if (reading.value === undefined) return reading;
  if (reading.value > greatest) {
    return refused(cell.trim(), {
      code: 'NUMBER_TOO_GREAT',
      message: `「${cell.trim()}」は人数や個数として大きすぎます。`,
      remedy: '桁を確かめ、正しい数を入力してください。',
    });
  }
  if (Number.isInteger(reading.value) && reading.value >= 0) return reading;
  return refused(cell.trim(), {
    code: 'NUMBER_NOT_WHOLE',
    message: `「${cell.trim()}」は人数や個数として読めません。`,
    remedy: '0以上の整数を半角で入力してください。',
  });
}

const counted =
  /^(?:[名人組台点件冊回席円歳基棟口枚幅巻面本部脚室]|家族|世帯|チーム)?(?:程度|以内|以上|まで|ほど)?(?:\(.*\))?$/u;

/** Whether a kanji numeral is only part of a word (一括, 三角): it counts something, or it is no number. */
function isWord(
  digits: string,
  groups: Readonly<Record<string, string | undefined>> | undefined,
): boolean {
  const before = groups?.['before'] ?? '';
  return (
    !/\d/.test(digits) &&
    !(counted.test(groups?.['after'] ?? '') && /^(?:約|各回?|先着|定員)*$/u.test(before))
  );
}

function withWords(value: number, { raw, prose }: { raw: string; prose: string }): Reading<number> {
  const repairs: Repair[] = [rewritten('NUMBER_FORM', raw, String(value))].filter(
    (r) => r !== undefined,
  );
  return /^[円人名組台点件冊回席]*$/u.test(prose)
    ? { value, repairs }
    : { value, repairs, prose: raw };
}

function parsed(digits: string): number {
  if (!/[〇一二三四五六七八九十百千万]/u.test(digits)) {
    return /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^[^,]+$/.test(digits)
      ? Number(digits.replaceAll(',', ''))
      : Number.NaN;
  }
  try {
    return kanji2number(digits.replaceAll(',', ''));
  } catch {
    return Number.NaN;
  }
}

/** A number that a spreadsheet showed as the day with that serial number ("1900/1/20" is 20, "1901/5/14" is 500). */
function dateSerial(text: string): number | undefined {
  const match = /^(19[0-2]\d)[/-](\d{1,2})[/-](\d{1,2})(?:[ T]?0{1,2}:00(?::00)?)?$/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = match.slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const days = Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000);
  // Excel believes in a 29 February 1900, so the days before it count one less.
  return days < 61 ? days - 1 : days;
}

function several(text: string): { code: string; message: string; remedy: string } {
  const count = text.match(/\d+/g)?.length ?? 0;
  return count > 1
    ? {
        code: 'NUMBER_SEVERAL',
        message: `「${text}」には数が複数あり、どれを採るか決められません。`,
        remedy: '代表の数を一つだけ入力し、内訳は備考に書いてください。',
      }
    : {
        code: 'NUMBER_UNREADABLE',
        message: `「${text}」を数として読めません。`,
        remedy: '半角の数字だけを入力し、説明は備考に書いてください。',
      };
}
