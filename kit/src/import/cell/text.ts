import { blank, type Reading, type Repair, refused } from './reading.js';

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};
const suspicious = /[^\P{Cc}\t\n]|[&<\ufffd\ue000-\uf8ff#="\ufeff\u200b]/u;
const formulaError = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|#+)$/;

/** Reads free text: line ends made one, HTML remains, control characters and Excel's ="…" undone, `#REF!` refused. */
export function readText(cell: string): Reading<string> {
  const text = cell.trim();
  if (text === '') return blank;
  if (!suspicious.test(text)) return { value: text, repairs: [] };
  if (formulaError.test(text)) {
    return refused(text, {
      code: 'FORMULA_ERROR',
      message: `表計算ソフトの計算エラー「${text}」が入っています。`,
      remedy: '元の表で計算式を直し、値として書き出してください。',
    });
  }
  return cleaned(text);
}

function cleaned(text: string): Reading<string> {
  const repairs: Repair[] = [];
  let value = step(text, {
    pattern: /^="([^"]*)"$/,
    to: '$1',
    repairs,
    message: '="…"の形を外しました。',
  });
  value = step(value, {
    pattern: /<br\s*\/?>/gi,
    to: '\n',
    repairs,
    message: 'HTMLの改行を改行にしました。',
  });
  value = step(value, {
    pattern:
      /<\/?(?:p|div|span|a|b|i|u|font|strong|em|ul|ol|li|table|tr|td|th|h[1-6])(?:\s[^<>]*)?>/gi,
    to: '',
    repairs,
    message: 'HTMLのタグを除きました。',
  });
  const decoded = value.replace(/&(?:#\d{1,6}|#x[0-9a-f]{1,6}|[a-z]+);/gi, entity);
  if (decoded !== value)
    repairs.push({ code: 'HTML', message: 'HTMLの文字参照を文字に戻しました。' });
  value = step(decoded.replaceAll(/\r\n?/g, '\n'), {
    pattern: /[^\P{Cc}\t\n]|[\ufeff\u200b]/gu,
    to: '',
    repairs,
    message: '制御文字を除きました。',
  }).trim();
  if (value === '') return { repairs };
  const broken = brokenCharacters(value);
  return broken ? { value, repairs, problem: broken } : { value, repairs };
}

interface Step {
  readonly pattern: RegExp;
  readonly to: string;
  readonly repairs: Repair[];
  readonly message: string;
}

function step(text: string, { pattern, to, repairs, message }: Step): string {
  const changed = text.replace(pattern, to);
  if (changed !== text) repairs.push({ code: 'TEXT_CLEANED', message });
  return changed;
}

function entity(whole: string): string {
  const name = whole.slice(1, -1).toLowerCase();
  if (!name.startsWith('#')) return entities[name] ?? whole;
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

function brokenCharacters(value: string): Reading<never>['problem'] {
  if (value.includes('\ufffd')) {
    return {
      code: 'UNDECODABLE',
      message: '文字コードとして読めない文字が含まれています。',
      remedy: 'UTF-8で書き出し直し、該当の文字を確認してください。',
    };
  }
  if (!/[\ue000-\uf8ff]/.test(value)) return undefined;
  return {
    code: 'GAIJI',
    message: '外字（この機械にしかない文字）が含まれています。',
    remedy: '外字を標準の漢字に置き換えてください。',
  };
}
