import {
  type VenueResolver,
  venueResolver,
} from '@manabi/center/facility-identity/facility-identity.repository';
import { deliveredProperty } from '@manabi/center/cultural-property/cultural-property.import';
import type { CulturalPropertyRecord } from '@manabi/kit/import/dataset/record';
import type { RowOutcome } from '@manabi/kit/import/outcome';
import { opaqueId } from '@manabi/kit/opaque-id';
import { momentInJapan } from '@manabi/kit/opportunity/event-times';
import { fold } from '@manabi/kit/text/fold';
import type { EntityManager } from '@mikro-orm/postgresql';

import type { FileSetting, RoutedRow } from './routed-row.js';

/** Says for each row of 文化財一覧 where it lies: its town block, and its facility where its words certainly mean one. */
export class HeritageRows {
  private constructor(
    private readonly setting: FileSetting,
    private readonly areas: ReadonlyMap<string, string>,
    private readonly resolve: VenueResolver,
  ) {}

  /** Opens it with the registers of blocks and facilities. */
  static async open(em: EntityManager, setting: FileSetting): Promise<HeritageRows> {
    const areas = await em.execute<{ name: string; code: string }[]>(
      `select name ->> 'ja' as name, code from area`,
    );
    const codes = new Map(areas.map(({ name, code }) => [fold(name), code]));
    return new HeritageRows(setting, codes, await venueResolver(em));
  }

  /** Says where a row goes. */
  route(outcome: RowOutcome, record: CulturalPropertyRecord): RoutedRow {
    const { dataset, asOf, request } = this.setting;
    const row = deliveredProperty(record, {
      code: `${request.scope.municipalityCode}-${opaqueId('cultural property', dataset, record.key).slice(0, 10)}`,
      areaCode: this.areas.get(fold(record.location.town ?? '')) ?? null,
      facilityCode: this.#facilityOf(record),
      provenance: {
        department: 'heritage',
        dataset,
        asOf: momentInJapan(asOf).toISOString(),
        licence: request.licence ?? null,
        sample: false,
      },
    });
    return { outcome, rows: [{ service: 'center', row }] };
  }

  #facilityOf({ placeName, location }: CulturalPropertyRecord): string | null {
    if (!placeName) return null;
    const { verdict, facilityCode } = this.resolve(placeName, location.address ?? null);
    return verdict === 'CERTAIN' ? (facilityCode ?? null) : null;
  }
}
