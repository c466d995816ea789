import { type Band, type Stretch, isMadeOfBands } from '@manabi/kit/slot/band';
import type { NoLongerOpen, NotYetOpen, OutsideHours } from '@manabi/kit/slot/refusal';

import { firstCome } from '../lottery/lottery.rules.js';
import { noLongerOpen, notYetOpen, outsideHours } from './slot.errors.js';

/** Why a stretch of a room let in these bands cannot be held at a moment by whoever comes first; null when it can. */
export function refusalToHold(
  bands: readonly Band[],
  stretch: Stretch,
  at: Date,
): OutsideHours | NotYetOpen | NoLongerOpen | null {
  if (!isMadeOfBands(bands, stretch)) return outsideHours(bands);
  const { opensAt, closesAt } = firstCome(stretch.startsAt);
  if (at < opensAt) return notYetOpen(opensAt);
  if (at > closesAt) return noLongerOpen(closesAt);
  return null;
}
