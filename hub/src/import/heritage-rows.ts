import {
  type VenueResolver,
  venueResolver,
} from '@manabi/center/facility-identity/facility-identity.repository';
import { deliveredProperty } from '@manabi/center/cultural-property/cultural-property.import';
import type { CulturalPropertyRecord } from '@manabi/kit/import/dataset/record';
import type { RowOutcome } from '@manabi/kit/import/outcome';
import { opaqueId } from '@manabi/kit/opaque-id';
import { momentInJapan } from '@manabi/kit/opportunity/event-times';
import type { EntityManager } from '@mikro-orm/postgresql';

import type { FileSetting, RoutedRow } from './routed-row.js';
import { TownBlocks } from './town-blocks.js';

/** Says for each row of 文化財一覧 where it lies: its town block, and its facility where its words certainly mean one. */
export class HeritageRows {
  private constructor(
    private readonly setting: FileSetting,
    private readonly areas: TownBlocks,
    private readonly resolve: VenueResolver,
  ) {}

  /** Opens it with the registers of blocks and facilities. */
  static async open(em: EntityManager, setting: FileSetting): Promise<HeritageRows> {
    return new HeritageRows(setting, await TownBlocks.open(em), await venueResolver(em));
  }

  /** Says where a row goes. */
  route(outcome: RowOutcome, record: CulturalPropertyRecord): RoutedRow {
    const { dataset, asOf, request } = this.setting;
    const row = deliveredProperty(record, {
      code: this.#codeOf(record),
      areaCode: this.areas.codeOf(record.location),
      blocks: this.areas.names,
      facilityCode: this.#facilityOf(record),
      provenance: {
        department: 'heritage',
        dataset,
        asOf: momentInJapan(asOf).toISOString(),
        licence: request.licence ?? null,
        sample: record.sample ?? false,
      },
    });
    return { outcome, rows: [{ service: 'center', row }] };
  }

  /** A code that a hub of this city published stays; another is drawn from what names the row. */
  #codeOf({ key }: CulturalPropertyRecord): string {
    const { dataset, request } = this.setting;
    const ours = `${request.scope.municipalityCode}-`;
    if (key.startsWith(ours)) return key;
    return `${ours}${opaqueId('cultural property', dataset, key).slice(0, 10)}`;
  }

  #facilityOf({ placeName, location }: CulturalPropertyRecord): string | null {
    if (!placeName) return null;
    const { verdict, facilityCode } = this.resolve(placeName, location.address ?? null);
    return verdict === 'CERTAIN' ? (facilityCode ?? null) : null;
  }
}
