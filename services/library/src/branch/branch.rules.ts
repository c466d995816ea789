import { metresBetween } from '@manabi/kit/distance';
import { isOpenAt } from '@manabi/kit/opening/opening.rules';
import type { GeoPoint } from '@manabi/kit/value/point';
import { Tri } from '@manabi/kit/value/tri';

import type { LibraryBranch } from './branch.entity.js';

/** Of the other branches that are surely open at a moment the nearest; null where none is or no place is known. */
export function nearestOpenBranch(
  from: LibraryBranch,
  branches: readonly LibraryBranch[],
  at: Date,
): LibraryBranch | null {
  const here = pointOf(from);
  if (!here) return null;
  const [nearest] = branches
    .filter((branch) => branch.id !== from.id && isOpenAt(branch, at) === Tri.YES)
    .flatMap((branch) => {
      const point = pointOf(branch);
      return point ? [{ branch, metres: metresBetween(here, point) }] : [];
    })
    .toSorted((one, other) => one.metres - other.metres);
  return nearest?.branch ?? null;
}

function pointOf({ latitude, longitude }: LibraryBranch): GeoPoint | null {
  return latitude != null && longitude != null ? { latitude, longitude } : null;
}
