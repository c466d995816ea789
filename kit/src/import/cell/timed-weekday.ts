const day = '[日月火水木金土](?:曜日?)?';
const pattern = new RegExp(
  `^((?:毎週|隔週|毎月|(?:第?[1-5](?:週目?の?)?[・,、と]?)+)?${day}(?:[・,、とや]${day})*)[\\s・,、:/]*(?=\\d|午前|午後|正午)`,
  'u',
);

/** The weekdays and the times of a cell that says both (毎週土曜日 9:30～10:45); undefined where no weekday stands before a time. */
export function timedWeekday(cell: string): { weekdays: string; times: string } | undefined {
  const text = cell.normalize('NFKC').trim();
  const [whole = '', weekdays] = pattern.exec(text) ?? [];
  return weekdays === undefined ? undefined : { weekdays, times: text.slice(whole.length) };
}
