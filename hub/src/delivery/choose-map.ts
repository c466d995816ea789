import { headsOf } from '@manabi/kit/import/source';
import { findHeader } from '@manabi/kit/import/header';
import { fitOf } from '@manabi/kit/import/mapping/mapped-header';
import type { Line } from '@manabi/kit/import/table';

import type { KeptMap } from './kept-maps.js';

/**
 * The map by which a file is to be read: the one kept for its data set, whatever its columns are now (so that a difference is told and not
 * passed over); else one whose columns are exactly those of the file; else, where the file is none of the standard ones, one whose read
 * columns are all there. None for a file of the standards.
 */
export async function chooseMap(
  file: string,
  dataset: string,
  maps: readonly KeptMap[],
): Promise<KeptMap | undefined> {
  if (maps.length === 0) return undefined;
  const named = maps.filter((kept) => kept.dataset === dataset);
  if (named.length === 1) return named[0];
  const heads = await headsOf(file);
  const fitting = (wanted: 'exact' | 'whole'): KeptMap[] =>
    maps.filter(({ map }) => heads.some((lines) => fitOf(map, lines) === wanted));
  const [exact, ...others] = fitting('exact');
  if (exact && others.length === 0) return exact;
  if (heads.some(isStandard)) return undefined;
  const [whole, ...more] = fitting('whole');
  return more.length === 0 ? whole : undefined;
}

function isStandard(lines: readonly Line[]): boolean {
  try {
    findHeader(lines);
    return true;
  } catch {
    return false;
  }
}
