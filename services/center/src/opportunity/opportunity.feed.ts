import type { Follows } from '@manabi/kit/feed/feed.follow';
import type { FeedItem } from '@manabi/kit/feed/publisher';
import type { EntityManager } from '@mikro-orm/postgresql';

import { lotteryWindowKind, takeInLotteries } from '../application-calendar/lottery-window.feed.js';
import { sittingPlacesIn, takeInSittingPlaces } from '../sitting-place/sitting-place.feed.js';
import { takeInAccess, takeInChildcare } from './circumstance.feed.js';
import { type IndexRow, indexRow } from './index-row.rules.js';
import { type Telling, dropRows, dropUntold, takeInRows } from './index-row.repository.js';
import { type Fault, faultOf, forgetFaults, recordFaults } from './index-fault.repository.js';
import { indexedSources } from './index-source.rules.js';
import { kindOfType } from './opportunity-kind.entity.js';

/** Following each of those feeds into the index. */
export const indexFollows: readonly Follows[] = indexedSources.map((source) => ({
  source,
  apply: (em, items, epoch) => applyItems(em, { source, epoch }, items),
  sweep: (em, epoch) => dropUntold(em, { source, epoch }),
}));

/**
 * Takes a page of a feed into the index: opportunities, access of venues, childcare, lotteries, places to sit; other kinds are passed over.
 * What cannot be read is set aside in `index_fault`, and the rest goes on.
 */
export async function applyItems(
  em: EntityManager,
  telling: Telling,
  items: readonly FeedItem[],
): Promise<void> {
  const ofKind = Map.groupBy(items, (item) => (kindOfType(item.kind) ? 'opportunity' : item.kind));
  await applyOpportunities(em, telling, ofKind.get('opportunity') ?? []);
  const places = sittingPlacesIn(items);
  const access = ofKind.get('FacilityAccess') ?? [];
  const childcare = ofKind.get('ChildcareSession') ?? [];
  const lotteries = ofKind.get(lotteryWindowKind) ?? [];
  const faults = [
    ...(await takeInLotteries(em, telling, lotteries)),
    ...(await takeInSittingPlaces(em, telling, places)),
    ...(await takeInAccess(em, telling, access)),
    ...(await takeInChildcare(em, telling, childcare)),
  ];
  const failed = new Set(faults.map((fault) => fault.id));
  const read = [...access, ...childcare, ...lotteries, ...places]
    .map((item) => item.id)
    .filter((id) => !failed.has(id));
  await forgetFaults(em, telling.source, read);
  await recordFaults(em, telling.source, faults);
}

/** Takes opportunities into the index, a thousand at a time at best; an id that repeats counts as told last. */
export async function applyOpportunities(
  em: EntityManager,
  telling: Telling,
  items: readonly FeedItem[],
): Promise<void> {
  const last = [...new Map(items.map((item) => [item.id, item])).values()];
  const deleted = last.filter((item) => item.state === 'deleted').map((item) => item.id);
  await dropRows(em, telling.source, deleted);
  const { rows, faults } = readRows(last.filter((item) => item.state === 'updated'));
  faults.push(...(await takeInWhatFits(em, telling, rows)));
  const failed = new Set(faults.map((fault) => fault.id));
  await forgetFaults(
    em,
    telling.source,
    last.map((item) => item.id).filter((id) => !failed.has(id)),
  );
  await recordFaults(em, telling.source, faults);
}

function readRows(items: readonly FeedItem[]): { rows: IndexRow[]; faults: Fault[] } {
  const rows: IndexRow[] = [];
  const faults: Fault[] = [];
  for (const item of items) {
    try {
      rows.push(indexRow(item));
    } catch (error) {
      faults.push(faultOf(item.id, error));
    }
  }
  return { rows, faults };
}

/**
 * Takes all rows in, or, when the database refuses one (a number too great, a day that no calendar has), halves
 * them until the refused ones stand alone.
 */
async function takeInWhatFits(
  em: EntityManager,
  telling: Telling,
  rows: readonly IndexRow[],
): Promise<Fault[]> {
  try {
    await em.transactional((savepoint) => takeInRows(savepoint, telling, rows));
    return [];
  } catch (error) {
    if (!isRefusedValue(error)) throw error;
    const [only, ...others] = rows;
    if (only && others.length === 0) return [faultOf(only.id, error)];
    const half = Math.ceil(rows.length / 2);
    const first = await takeInWhatFits(em, telling, rows.slice(0, half));
    return [...first, ...(await takeInWhatFits(em, telling, rows.slice(half)))];
  }
}

/** True for SQLSTATE classes 22 (data) and 23 (constraint): the row is at fault, not the machine. */
function isRefusedValue(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^2[23]/.test(code);
}
