import { blank, isBlank, type Reading, type Repair, refused } from './reading.js';

/** Reads one web address (http or https only); full-width characters and a missing scheme are repaired, of several the first is taken. */
export function readUrl(cell: string): Reading<string> {
  const raw = cell.trim();
  if (isBlank(raw)) return blank;
  const candidates = raw
    .normalize('NFKC')
    .split(/[\s;、,]+(?=(?:https?:|www\.))|\s+/iu)
    .filter((part) => /^(?:https?:\/\/|www\.)/i.test(part));
  const first = candidates[0];
  const address = first === undefined ? undefined : parsed(first);
  if (address === undefined) return refused(raw, unreadable(raw));
  const repairs: Repair[] = [];
  if (candidates.length > 1) {
    repairs.push({
      code: 'URL_SEVERAL',
      message: `URLが${candidates.length}件あり、最初の「${address}」を採りました。`,
    });
  } else if (address !== raw && encodeURI(raw) !== address) {
    repairs.push({ code: 'URL_FORM', message: `「${raw}」から「${address}」を読みました。` });
  }
  return candidates.length > 1
    ? { value: address, repairs, prose: raw }
    : { value: address, repairs };
}

function parsed(text: string): string | undefined {
  const address = /^https?:/i.test(text) ? text : `https://${text}`;
  return URL.canParse(address) && new URL(address).hostname.includes('.') ? address : undefined;
}

function unreadable(raw: string): { code: string; message: string; remedy: string } {
  return {
    code: 'URL_UNREADABLE',
    message: `「${raw.slice(0, 80)}」はウェブページのURLではありません。`,
    remedy: 'http:// または https:// で始まるURLを一つ入力してください。',
  };
}
