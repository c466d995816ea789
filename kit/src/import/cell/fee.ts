import { greatest, readNumber } from './number.js';
import { blank, type Fault, isBlank, type Reading, type Repair, tooLong } from './reading.js';

/** What taking part costs: free, paid, or unknown; `yen` when one amount is named; the words as written. */
export interface Fee {
  readonly kind: 'FREE' | 'PAID' | 'UNKNOWN';
  readonly yen?: number;
  readonly text?: string;
}

const free = /無料|不要|かかりません|(?<![\d,])0円/u;
/** 無料 for some (3歳未満無料, 会員は無料) says nothing of the others. */
const someOnly =
  /(?:歳|学生|校生|園児|幼児|児童(?!館)|未満|以下|以上|会員|障害|障がい|高齢|同伴|付き?添|のみ)[^、。\n]*無料/u;
const amount = /(?<![\d,])(?:(\d{1,3}(?:,\d{3})+)円?(?![\d,])|(\d+)円|(\d+)万円)/gu;
const otherCost =
  /(?:教材|材料|テキスト|保険|消耗品|資料|交通|実)[^、。]*(?:費|代|料|実費)|実費|別途|有料|一部/u;

/** Reads the basic fee and its details together. A basic fee of 0 with an amount in the details is reported, not believed. */
export function readFee(cells: { readonly basic: string; readonly detail: string }): Reading<Fee> {
  if (isBlank(cells.basic) && isBlank(cells.detail)) return blank;
  if (tooLong(cells.basic + cells.detail))
    return {
      value: { kind: 'UNKNOWN', text: `${cells.basic} ${cells.detail}`.trim() },
      repairs: [],
    };
  const text = [...new Set([cells.basic.trim(), cells.detail.trim()])]
    .filter((cell) => cell !== '' && !/^(?:\d+|19\d\d\/\d+\/\d+)$/.test(cell))
    .join(' ');
  const words = `${cells.basic} ${cells.detail}`.normalize('NFKC');
  const basic = isBlank(cells.basic) ? undefined : basicYen(cells.basic);
  const inDetail = amounts(cells.detail);
  const said = text === '' ? {} : { text };
  const impossible = [basic ?? 0, ...amounts(words)].some(
    (yen) => yen > greatest || !Number.isInteger(yen),
  );
  if (impossible) return notInYen(cells);
  // 0 beside 無料。教材費500円 says twice that taking part is free: the amount is another's.
  if (basic === 0 && inDetail.some((yen) => yen > 0) && !cells.detail.trim().startsWith('無料。'))
    return contradictory(said, cells);
  if (basic !== undefined && basic > 0)
    return {
      value: { kind: 'PAID', yen: basic, ...said },
      repairs: basicRepair(cells.basic, basic),
    };
  if (basic === 0)
    return { value: { kind: 'FREE', yen: 0, ...said }, repairs: basicRepair(cells.basic, 0) };
  return fromWords(words, said);
}

function fromWords(words: string, said: { text?: string }): Reading<Fee> {
  const paid = [...new Set(amounts(words).filter((yen) => yen > 0))];
  const isFree = free.test(words) || /^\s*0\s*$/.test(words);
  if (isFree && paid.length === 0 && !otherCost.test(words) && !someOnly.test(words))
    return { value: { kind: 'FREE', yen: 0, ...said }, repairs: [] };
  const only = paid.length === 1 && !isFree && !otherCost.test(words) ? paid[0] : undefined;
  if (only !== undefined) {
    const repair: Repair = {
      code: 'FEE_FROM_TEXT',
      message: `「${(said.text ?? '').slice(0, 60)}」から料金 ${only} 円を読みました。`,
    };
    return { value: { kind: 'PAID', yen: only, ...said }, repairs: [repair] };
  }
  return {
    value: { kind: paid.length > 0 || otherCost.test(words) ? 'PAID' : 'UNKNOWN', ...said },
    repairs: [],
  };
}

function basicYen(cell: string): number | undefined {
  const text = cell.normalize('NFKC').replaceAll(/\s/g, '');
  if (
    free.test(text) &&
    !someOnly.test(text) &&
    amounts(text).every((yen) => yen === 0) &&
    !otherCost.test(text)
  )
    return 0;
  const { value, prose } = readNumber(cell);
  if (value !== undefined && value >= 0 && prose === undefined) return value;
  return /^(?:[1一]?[人名組回冊]|大人|一律|各回?|参加費|受講料)[^\d]*[\d,]+円?$/u.test(text)
    ? amounts(text)[0]
    : undefined;
}

function basicRepair(cell: string, yen: number): Repair[] {
  const raw = cell.trim();
  return raw === String(yen)
    ? []
    : [{ code: 'FEE_FORM', message: `「${raw}」を ${yen} 円と読みました。` }];
}

function amounts(text: string): number[] {
  const found = text.normalize('NFKC').matchAll(amount);
  return [...found].map(([, grouped, plain, tenThousands]) =>
    tenThousands === undefined
      ? Number((grouped ?? plain ?? '').replaceAll(',', ''))
      : Number(tenThousands) * 10_000,
  );
}

function contradictory(
  said: { text?: string },
  cells: { basic: string; detail: string },
): Reading<Fee> {
  const problem: Fault = {
    code: 'FEE_CONTRADICTORY',
    message: `基本料金は「${cells.basic.trim()}」ですが、詳細に金額「${cells.detail.trim().slice(0, 60)}」があります。`,
    remedy: '基本料金に代表の金額を入力するか、詳細の金額が別の費用であることを明記してください。',
  };
  return { value: { kind: 'PAID', ...said }, repairs: [], problem };
}

function notInYen(cells: { basic: string; detail: string }): Reading<Fee> {
  const text = `${cells.basic.trim()} ${cells.detail.trim()}`.trim();
  const problem: Fault = {
    code: 'FEE_IMPOSSIBLE',
    message: `「${text.slice(0, 60)}」は料金の額として読めません。`,
    remedy: '円の額を半角の整数で入力してください。',
  };
  return { value: { kind: 'PAID', text }, repairs: [], problem };
}
