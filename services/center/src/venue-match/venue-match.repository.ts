import { readCursor, writeCursor } from '@manabi/kit/connection/cursor';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';

import { FacilitySpelling, SpellingOrigin } from '../facility-identity/facility-spelling.entity.js';
import { plainForm } from '../facility-identity/name-forms.rules.js';
import type { Candidate } from '../facility-identity/register-entry.js';
import { VenueMatch, VenueMatchStatus } from './venue-match.entity.js';

/** A venue that an import could not connect. */
export interface DoubtfulVenue {
  readonly text: string;
  readonly address?: string | null;
  readonly dataset?: string | null;
  readonly sourceKey?: string | null;
  readonly candidates: readonly Candidate[];
}

/**
 * Puts venues into the queue in one statement. A text that is there already is counted again and keeps what was
 * decided about it. Runs in the transaction of the caller.
 */
export async function enqueueVenues(
  em: EntityManager,
  venues: readonly DoubtfulVenue[],
): Promise<void> {
  const bySpelling = new Map<string, { venue: DoubtfulVenue; times: number }>();
  for (const venue of venues) {
    const spelling = plainForm(venue.text);
    if (spelling === '') continue;
    const known = bySpelling.get(spelling);
    bySpelling.set(spelling, { venue, times: (known?.times ?? 0) + 1 });
  }
  if (bySpelling.size === 0) return;
  const rows = [...bySpelling].map(([spelling, { venue, times }]) => ({
    spelling,
    text: venue.text,
    address: venue.address ?? null,
    dataset: venue.dataset ?? null,
    source_key: venue.sourceKey ?? null,
    sightings: times,
    candidates: venue.candidates,
  }));
  await em.execute(
    `insert into venue_match (spelling, text, address, dataset, source_key, sightings, candidates)
     select spelling, text, address, dataset, source_key, sightings, candidates
     from jsonb_to_recordset(?::jsonb) as r(spelling text, text text, address text, dataset text,
       source_key text, sightings integer, candidates jsonb)
     on conflict (spelling) do update set
       sightings = venue_match.sightings + excluded.sightings,
       last_seen = now(),
       candidates = case when venue_match.status = 'WAITING'
         then excluded.candidates else venue_match.candidates end`,
    [JSON.stringify(rows)],
  );
}

/** Puts one venue into the queue; see `enqueueVenues`. */
export function enqueueVenue(em: EntityManager, venue: DoubtfulVenue): Promise<void> {
  return enqueueVenues(em, [venue]);
}

/** What a person says of a waiting venue: which facility it means, or none. */
export interface VenueDecision {
  readonly id: string;
  readonly facilityCode: string | null;
  readonly room?: string | null;
  readonly at: Date;
}

/**
 * Decides a waiting venue. With a facility its spelling leads there from then on. Gives null when nothing waits
 * under that id; a row that another one decided meanwhile stays as it is.
 */
export function decideVenue(
  em: EntityManager,
  decision: VenueDecision,
): Promise<VenueMatch | null> {
  return em.transactional(async (em) => {
    const { facilityCode, at } = decision;
    const status = facilityCode === null ? VenueMatchStatus.REJECTED : VenueMatchStatus.DECIDED;
    const room = decision.room ?? null;
    const changed = await em.nativeUpdate(
      VenueMatch,
      { id: decision.id, status: VenueMatchStatus.WAITING },
      { status, facilityCode, room, decidedAt: at },
    );
    if (changed === 0) return null;
    const match = await em.findOneOrFail(VenueMatch, { id: decision.id }, { refresh: true });
    if (facilityCode !== null) {
      const { spelling, text } = match;
      const origin = SpellingOrigin.DESK;
      await em.upsert(FacilitySpelling, {
        spelling,
        text,
        facilityCode,
        room,
        origin,
        decidedAt: at,
      });
    }
    return match;
  });
}

/** The venues with these ids, in no order. */
export function venueMatchesByIds(
  em: EntityManager,
  ids: readonly string[],
): Promise<VenueMatch[]> {
  return em.find(VenueMatch, { id: { $in: [...ids] } });
}

const place = z.tuple([z.iso.datetime(), z.string()]);

/** The cursor of a venue in the queue. */
export const venueMatchCursor = ({ firstSeen, id }: VenueMatch): string =>
  writeCursor([firstSeen.toISOString(), id]);

/** Venues of a status, first seen first. Refuses a cursor of another list. */
export function venueMatchesAfter(
  em: EntityManager,
  status: VenueMatchStatus,
  { limit, after }: { limit: number; after: string | null },
): Promise<VenueMatch[]> {
  const [firstSeen, id] = after === null ? [null, null] : readCursor(after, place);
  const seen = firstSeen === null ? null : new Date(firstSeen);
  return em.find(
    VenueMatch,
    {
      status,
      ...(seen !== null && {
        firstSeen: { $gte: seen },
        $or: [{ firstSeen: { $gt: seen } }, { id: { $gt: id } }],
      }),
    },
    { orderBy: { firstSeen: 'asc', id: 'asc' }, limit },
  );
}
