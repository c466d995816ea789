import { type Band, type Stretch, isMadeOfBands } from './band.js';
import type { NoLongerOpen, NotYetOpen, OutsideHours } from './refusal.js';

/** A stretch of a room let in these bands, when it may be held, and the moment at which somebody wants to. */
export interface HoldWish {
  readonly bands: readonly Band[];
  readonly stretch: Stretch;
  readonly period: { readonly opensAt: Date; readonly closesAt: Date };
  readonly at: Date;
}

/** How a service says each refusal. */
export interface RefusalWords {
  outsideHours(bands: readonly Band[]): OutsideHours;
  notYetOpen(opensAt: Date): NotYetOpen;
  noLongerOpen(closedAt: Date): NoLongerOpen;
}

/** Why a wish cannot be granted, whether or not somebody else has the room; null when it can. */
export function refusalToHold(
  { bands, stretch, period, at }: HoldWish,
  words: RefusalWords,
): OutsideHours | NotYetOpen | NoLongerOpen | null {
  if (!isMadeOfBands(bands, stretch)) return words.outsideHours(bands);
  if (at < period.opensAt) return words.notYetOpen(period.opensAt);
  if (at > period.closesAt) return words.noLongerOpen(period.closesAt);
  return null;
}
