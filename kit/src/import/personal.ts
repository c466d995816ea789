import { FileProblem } from './file-problem.js';
import { headerKey } from './header-key.js';

const forbidden =
  /^(?:本人)?(?:個人番号|まいなんば|生年月日$|被保険者(?:証)?(?:番号|氏名|名)|受給者(?:番号|氏名|名)|住民票こど|口座番号|免許証番号|旅券番号)|生年月日$|^(?:利用者|会員|申込者|申請者|受講者|参加者|貸出者|借受者|患者|保護者|児童|生徒|入所者|世帯主)の?(?:番号|氏名|名前|名|id|こど|かど番号|住所|電話番号)(?:かな|ふりがな)?$/u;
const person = /^(?:氏名|名前|お名前|姓名|本人氏名|氏名(?:ふりがな|かな))$/u;
const aboutPerson =
  /^(?:年齢|性別|住所|自宅住所|携帯電話(?:番号)?|電話番号|めあるあどれす|めるあどれす|続柄|職業)$/u;
const withheld =
  /^(?:連絡先)?(?:担当者|代表者|責任者|園長|施設長|館長|管理者|会長|主宰者)(?:名|氏名|の?氏名|電話番号|住所|めるあどれす|携帯.*)?$|^氏名$|^携帯電話(?:番号)?$|^自宅/u;

/**
 * Refuses a file whose headers carry numbers of persons or name patrons; nothing of it may be read, stored or shown.
 * Throws a FileProblem with the headers, never with a value.
 */
export function refusePersonalData(headers: readonly string[]): void {
  const keys = headers.map(headerKey);
  const refused = headers.filter((_, at) => forbidden.test(keys[at] ?? ''));
  const named = headers.filter((_, at) => person.test(keys[at] ?? ''));
  const about = headers.filter((_, at) => aboutPerson.test(keys[at] ?? ''));
  const found = [...refused, ...(named.length > 0 && about.length > 0 ? [...named, ...about] : [])];
  if (found.length > 0) throw personalData(found);
}

function personalData(headers: readonly string[]): FileProblem {
  return new FileProblem('PERSONAL_DATA', {
    message: `個人を特定する列（${headers.join('、')}）があるため、このファイルは読み込みません。中身は保存も表示もしていません。`,
    remedy: '個人の番号・氏名・生年月日などの列を除いたファイルを作り直してください。',
    found: { headers },
  });
}

/**
 * Refuses a table in which a column holds individual numbers (個人番号), whatever its header says: at least three cells of twelve digits
 * whose check digits all hold. Throws a FileProblem with the header, never with a value.
 */
export function refusePersonalNumbers(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const found = headers.filter((_, at) => {
    const cells = rows.map((cells) => (cells[at] ?? '').normalize('NFKC').replaceAll(/[\s-]/g, ''));
    const numbers = cells.filter((cell) => /^\d{12}$/.test(cell));
    return numbers.length >= 3 && numbers.every(isIndividualNumber);
  });
  if (found.length > 0) throw personalData(found);
}

/** The check digit of an individual number by the order of 2014 (総務省令第85号 第5条). */
function isIndividualNumber(text: string): boolean {
  const digits = [...text].map(Number).toReversed();
  const sum = digits
    .slice(1)
    .reduce((total, digit, at) => total + digit * (at < 6 ? at + 2 : at - 4), 0);
  const rest = sum % 11;
  return digits[0] === (rest <= 1 ? 0 : 11 - rest);
}

/** Whether a column names a private person beside an organisation (担当者名, 代表者氏名): it is not read, not even as raw text. */
export function isWithheld(header: string): boolean {
  return withheld.test(headerKey(header));
}
