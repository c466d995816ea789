import type { DatasetId } from '../dataset/definition.js';
import { bareHeaderKey, headerKey } from '../header-key.js';
import { columnOfShape, decisiveShapes, everydayWords, shapeOfColumn } from './everyday-words.js';
import { columnsOf } from './known-column.js';
import { shapeTitles, type ValueShape } from './value-shape.js';

/** How well a column of a file fits a known column, and why, in Japanese. */
export interface ColumnScore {
  readonly column: string;
  readonly score: number;
  readonly reason: string;
}

interface NamedColumn {
  readonly name: string;
  readonly shapes: ReadonlySet<ValueShape>;
}

/** The known columns that a column of a file may be, by what it is called and by what its values look like. */
export function scoresOf(dataset: DatasetId, { name, shapes }: NamedColumn): ColumnScore[] {
  const words = everydayWords[dataset] ?? {};
  return Object.entries(columnsOf(dataset).columns).flatMap(([column, aliases]): ColumnScore[] => {
    // Numbers that count the rows name nothing: next month the same number is another's.
    if (column === 'number' && shapes.has('running')) return [];
    const called = byName(name, { aliases, words: words[column] ?? [] });
    const shape = shapeOfColumn[column];
    const isShaped = shape !== undefined && shapes.has(shape);
    // What has the very name of a standard is that column, though most of its cells are words.
    const isNamed = called.score >= sameName;
    if (shape !== undefined && decisiveShapes.has(shape) && !isShaped && !isNamed) return [];
    const alone = columnOfShape.find(([each, of]) => of === column && shapes.has(each));
    const score = called.score + (isShaped ? (called.score > 0 ? 30 : 0) : 0);
    if (called.score > 0)
      return [{ column, score, reason: reasonOf(called.reason, isShaped ? shape : undefined) }];
    return alone
      ? [{ column, score: 20 - columnOfShape.indexOf(alone), reason: reasonOf('', alone[0]) }]
      : [];
  });
}

/** What it counts that a column has a name of a standard. */
const sameName = 100;

function byName(
  name: string,
  { aliases, words }: { aliases: readonly string[]; words: readonly string[] },
): { score: number; reason: string } {
  const header = name.replace(/#\d+$/, '');
  const keys = new Set([headerKey(header), bareHeaderKey(header)]);
  if (aliases.some((alias) => keys.has(headerKey(alias))))
    return { score: sameName, reason: '項目名が同じ' };
  if (words.some((word) => keys.has(headerKey(word)) || word === header))
    return { score: 80, reason: 'よくある呼び名' };
  const key = headerKey(header);
  const near = [...aliases, ...words]
    .map(headerKey)
    .filter((alias) => holds(alias, key) || holds(key, alias))
    .map((alias) => Math.min(alias.length, key.length) / Math.max(alias.length, key.length));
  return near.length > 0
    ? { score: 40 + Math.round(20 * Math.max(...near)), reason: '項目名が似ている' }
    : { score: 0, reason: '' };
}

/** Whether one name stands within another: two signs of Japanese say something, two letters (no) do not. */
function holds(short: string, long: string): boolean {
  return short.length >= (/^[a-z0-9]*$/.test(short) ? 4 : 2) && long.includes(short);
}

function reasonOf(name: string, shape: ValueShape | undefined): string {
  const values = shape === undefined ? '' : `値が${shapeTitles[shape]}`;
  return [name, values].filter((part) => part !== '').join('、');
}
