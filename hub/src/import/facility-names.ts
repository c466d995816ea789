import {
  type VenueResolver,
  venueResolver,
} from '@manabi/center/facility-identity/facility-identity.repository';
import type { EntityManager } from '@mikro-orm/postgresql';

import { type NamedEntry, NamedEntries } from './named-entries.js';

/** A facility of the register as lists name it. */
export interface NamedFacility extends NamedEntry {
  readonly point: { readonly latitude: number; readonly longitude: number } | null;
}

/** The facilities of the register by code, name and other names, and by every spelling that certainly means one of them. */
export class FacilityNames {
  private constructor(
    private readonly entries: NamedEntries<NamedFacility>,
    private readonly resolve: VenueResolver,
  ) {}

  /** Reads them. */
  static async open(em: EntityManager): Promise<FacilityNames> {
    const entries = await NamedEntries.open<NamedFacility>(
      em,
      `select code as id, point, array[name ->> 'ja'] || coalesce(aliases, '{}') as words
       from facility where withdrawn_at is null`,
    );
    return new FacilityNames(entries, await venueResolver(em));
  }

  /** The facility that a word certainly means. */
  named(word: string | undefined): NamedFacility | undefined {
    if (!word) return undefined;
    const exact = this.entries.named(word);
    if (exact) return exact;
    const { verdict, facilityCode } = this.resolve(word);
    return verdict === 'CERTAIN' ? this.entries.named(facilityCode ?? undefined) : undefined;
  }
}
