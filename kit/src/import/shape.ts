import type { Mapping } from './alias.js';
import type { SetAside } from './row.js';

const footer =
  /^(?:[※＊*注]|(?:注|備考|出典|資料|作成|問合せ|お問い合わせ|以上|凡例)(?:\d|[:：）)]|$))/u;
const total = /^(?:合計|総計|小計|計|総数|市計|市合計|全市|全域|男女計|合計\(.*\))$/u;

const totalRow: SetAside = { code: 'TOTAL_ROW', message: '合計の行とみなしました。', remedy: '' };

/** Why a line has not the shape of a row: a note below the table, a total, a misplaced quote, more cells than headers. */
export function shapeFault(cells: readonly string[], mapping: Mapping): SetAside | undefined {
  const { headers } = mapping;
  const filled = cells.filter((cell) => cell.trim() !== '').map(compact);
  const first = filled[0] ?? '';
  if (
    filled.length <= 2 &&
    headers.length > 3 &&
    (footer.test(first) || (filled.length === 1 && first.length > 24))
  ) {
    return {
      code: 'FOOTER',
      message: `表の注記とみなしました:「${first.slice(0, 60)}」`,
      remedy: '',
    };
  }
  const hasTotal = filled.slice(0, 6).some((cell) => total.test(cell));
  if (hasTotal && (!hasName(cells, mapping) || (filled.length <= 3 && total.test(first))))
    return totalRow;
  const swallowed = swallowedLines(cells, headers.length);
  if (swallowed > 0) return misquoted(swallowed);
  const isLong = cells.slice(headers.length).some((cell) => cell.trim() !== '');
  return isLong ? tooLong(cells.length, headers.length) : undefined;
}

/** Only the beginning of a cell tells a total or a note. */
function compact(cell: string): string {
  return cell.slice(0, 80).normalize('NFKC').replaceAll(/\s/g, '');
}

/** Whether the column that names a record holds a name that is no total. */
function hasName(cells: readonly string[], mapping: Mapping): boolean {
  const places = ['name', 'title', 'areaName'].flatMap(
    (column) => mapping.columns.get(column) ?? [],
  );
  return places.some((place) => {
    const name = (cells[place] ?? '').normalize('NFKC').replaceAll(/\s/g, '');
    return name !== '' && !total.test(name);
  });
}

/** How many rows a quote that stands wrong has drawn into one cell: lines inside it that are parted as often as a row. */
function swallowedLines(cells: readonly string[], width: number): number {
  if (width < 4) return 0;
  const lines = cells.flatMap((cell) => (cell.includes('\n') ? cell.split('\n').slice(1) : []));
  return lines.filter(
    (line) =>
      (line.match(/[,\t;]/g)?.length ?? 0) >= width - 3 && /^"?[^\s,;]{0,12}[,\t;]/.test(line),
  ).length;
}

function misquoted(lines: number): SetAside {
  return {
    code: 'QUOTE_MISPLACED',
    message: `引用符（"）の位置の誤りで、後ろの${lines}行ほどが一つのセルに入り込んでいます。それらの行も読めていません。`,
    remedy: 'この行の「"」を直してから、もう一度取り込んでください。',
  };
}

function tooLong(found: number, expected: number): SetAside {
  return {
    code: 'ROW_TOO_LONG',
    message: `列が${found}個あり、見出しの${expected}個より多いため、どの値がどの列か決められません。`,
    remedy: '値の中の区切り文字を「"」で囲んでください。',
  };
}
