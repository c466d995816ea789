import type { Level } from '../../vocabulary/level.js';
import { blank, isBlank, type Reading, refused } from './reading.js';

const words: readonly (readonly [RegExp, `${Level}`])[] = [
  [/^(?:だれでも|誰でも|どなたでも|不問|全レベル|経験不問|ALL)/u, 'ALL'],
  [/^(?:初心者|初級|初歩|入門|基礎|はじめて|初めて|未経験|BEGINNER)/u, 'BEGINNER'],
  [/^(?:中級|経験者|INTERMEDIATE)/u, 'INTERMEDIATE'],
  [/^(?:上級|ADVANCED)/u, 'ADVANCED'],
];

/** Reads 初心者・初級・入門, 中級, 上級, だれでも; of several levels (初級〜中級) none is taken, and that is told. */
export function readLevel(cell: string): Reading<`${Level}`> {
  const raw = cell.trim();
  if (isBlank(raw)) return blank;
  const parts = raw
    .normalize('NFKC')
    .replaceAll(/\s/gu, '')
    .split(/[〜～~・、,;/-]/u)
    .filter(Boolean);
  const found = new Set(parts.map((part) => words.find(([word]) => word.test(part))?.[1]));
  const [level] = found;
  if (level !== undefined && found.size === 1) return { value: level, repairs: [] };
  return refused(raw, {
    code: 'LEVEL_UNREADABLE',
    message: `「${raw}」はレベルとして一つに決められません。`,
    remedy: '初心者、中級、上級、だれでものどれか一つを書いてください。',
  });
}
