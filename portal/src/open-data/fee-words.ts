import type { FeeKind } from '../generated/public-graph.js';

/** What taking part costs, as the graph says it. */
export interface Fee {
  readonly kind: FeeKind;
  readonly yen: number | null;
  readonly note: string | null;
}

/** The two columns of a fee: 料金(基本) in yen, 0 is free; 料金(詳細) in words. */
export function feeCells(fee: Fee | null | undefined): readonly [basic: string, detail: string] {
  if (!fee) return ['', ''];
  const note = fee.note?.trim() ?? '';
  if (fee.kind === 'FREE') return ['0', withWord('無料', note, namesAmount(note))];
  if (fee.kind === 'UNKNOWN') return ['', note];
  if (fee.yen !== null && fee.yen > 0) return [String(fee.yen), note];
  return ['', withWord('有料', note, true)];
}

/** Words before which another stands that says what the amount alone would not, unless they say it themselves. */
function withWord(word: string, note: string, isNeeded: boolean): string {
  if (!isNeeded || note.startsWith(word)) return note;
  return note === '' ? word : `${word}。${note}`;
}

/** Whether the words name an amount, beside which a basic fee of 0 would be doubted. */
const namesAmount = (note: string): boolean => /\d+(?:万)?円/u.test(note.normalize('NFKC'));
