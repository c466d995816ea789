import {
  type VenueResolver,
  venueResolver,
} from '@manabi/center/facility-identity/facility-identity.repository';
import type { VenueReading } from '@manabi/center/facility-identity/register-entry';
import { enqueueVenues } from '@manabi/center/venue-match/venue-match.repository';
import type { Venue } from '@manabi/kit/import/dataset/event-session';
import type { EventRecord } from '@manabi/kit/import/dataset/record';
import type { Note } from '@manabi/kit/import/note';
import type { EntityManager } from '@mikro-orm/postgresql';

import type { VenueCounts } from './import-request.js';

/** What an event's venue was found to be. */
export interface FoundVenue {
  readonly facilityCode: string | undefined;
  readonly room: string | undefined;
  /** For the report: that somebody should decide. */
  readonly notes: readonly Note[];
}

/** Reads venues against the register of facilities: connects what is certain, queues what is not, guesses nothing. */
export class VenueDesk {
  readonly counts: VenueCounts = { connected: 0, queued: 0, outside: 0 };
  readonly #uncertain = new Map<string, { reading: VenueReading; sourceKey: string }>();

  private constructor(
    private readonly em: EntityManager,
    private readonly dataset: string,
    readonly resolve: VenueResolver,
  ) {}

  /** Opens it with the register as it stands. */
  static async open(em: EntityManager, dataset: string): Promise<VenueDesk> {
    return new VenueDesk(em, dataset, await venueResolver(em));
  }

  /** Reads the venue of an event; its address is evidence. */
  read(record: EventRecord): FoundVenue {
    if (!record.venue || record.venue.isOnline) return this.#outside();
    const { text } = record.venue;
    const reading = this.resolve(text, record.location.address ?? null);
    if (reading.verdict === 'NONE') return this.#outside();
    if (reading.verdict === 'CERTAIN' && reading.facilityCode) {
      this.counts.connected += 1;
      return { facilityCode: reading.facilityCode, room: reading.room ?? undefined, notes: [] };
    }
    this.counts.queued += 1;
    this.#uncertain.set(text, { reading, sourceKey: `${this.dataset}#${record.key}` });
    return { facilityCode: undefined, room: undefined, notes: [uncertainNote(record, reading)] };
  }

  /** The facility and the room that a place of one session certainly is; nothing is counted or queued for it. */
  placeOf({ text, room, isOnline }: Venue): { facilityCode: string; room: string } | undefined {
    if (isOnline) return undefined;
    const { verdict, facilityCode, room: known } = this.resolve(text);
    const named = known ?? room;
    if (verdict !== 'CERTAIN' || !facilityCode || !named) return undefined;
    return { facilityCode, room: named };
  }

  /** Puts what was uncertain into the queue, once for each spelling. */
  async queue(): Promise<void> {
    await enqueueVenues(
      this.em,
      [...this.#uncertain].map(([text, { reading, sourceKey }]) => ({
        text,
        dataset: this.dataset,
        sourceKey,
        candidates: reading.candidates,
      })),
    );
  }

  #outside(): FoundVenue {
    this.counts.outside += 1;
    return { facilityCode: undefined, room: undefined, notes: [] };
  }
}

function uncertainNote(record: EventRecord, reading: VenueReading): Note {
  return {
    row: record.row,
    column: record.venue?.column ?? '',
    value: record.venue?.text ?? '',
    code: 'VENUE_UNCERTAIN',
    level: 'problem',
    message: `会場を施設名簿の一つに決められませんでした。${reading.reason}`,
    remedy: '「会場の確認」で施設を選ぶと、次からこの表記でつながります。',
  };
}
