import {
  type ListedPlace,
  facilitySourceTarget,
  facilityTarget,
  placeValues,
} from '@manabi/center/facility/facility.import';
import type { DeliveredRow } from '@manabi/kit/delivery/delivery.target';
import type { RowOutcome } from '@manabi/kit/import/outcome';
import { opaqueId } from '@manabi/kit/opaque-id';
import { momentInJapan } from '@manabi/kit/opportunity/event-times';
import { fold } from '@manabi/kit/text/fold';
import type { EntityManager } from '@mikro-orm/postgresql';

import type { FileSetting, RoutedRow } from './routed-row.js';
import { setRowAside } from './set-aside.js';
import type { VenueDesk } from './venue-desk.js';

/** What the rows of a list of places share. */
export interface PlaceSetting extends FileSetting {
  readonly desk: VenueDesk;
}

/**
 * Says for each row of a list of places whether the register knows the facility. A known one keeps its entry and
 * gains the file's word beside it; a new one is entered; one that may be either is set aside for a person.
 */
export class FacilityRows {
  /** Codes of the facilities that this file enters, by name and address. */
  readonly #entered = new Map<string, string>();

  private constructor(
    private readonly setting: PlaceSetting,
    /** Codes of the facilities that earlier deliveries of this data set entered, by source key. */
    private readonly own: ReadonlyMap<string, string>,
    private readonly areas: ReadonlyMap<string, string>,
  ) {}

  /** Opens it with what this data set entered before. */
  static async open(em: EntityManager, setting: PlaceSetting): Promise<FacilityRows> {
    const own = await em.execute<{ source_key: string; code: string }[]>(
      `select source_key, code from facility where starts_with(source_key, ?)`,
      [`${setting.dataset}#`],
    );
    const areas = await em.execute<{ name: string; code: string }[]>(
      `select name ->> 'ja' as name, code from area`,
    );
    return new FacilityRows(
      setting,
      new Map(own.map((row) => [row.source_key, row.code])),
      new Map(areas.map((row) => [fold(row.name), row.code])),
    );
  }

  /** Says where a row of a list of places goes. */
  route(outcome: RowOutcome, record: ListedPlace): RoutedRow {
    const identity = `${fold(record.name)}\n${fold(record.location.address ?? '')}`;
    const sourceKey = `${this.setting.dataset}#${record.key}`;
    const own = this.own.get(sourceKey);
    if (own) return this.#enter(outcome, record, { identity, code: own });
    const known = this.#entered.get(identity);
    if (known) return this.#addSource(outcome, record, known);
    const reading = this.setting.desk.resolve(record.name, record.location.address ?? null);
    if (reading.verdict === 'CERTAIN' && reading.facilityCode) {
      return this.#addSource(outcome, record, reading.facilityCode);
    }
    if (reading.verdict === 'UNCERTAIN') {
      return setRowAside(this.setting.file, outcome, {
        column: '',
        value: record.name,
        code: 'FACILITY_UNCERTAIN',
        message: `施設名簿にある施設と同じかどうか決められませんでした。${reading.reason}`,
        remedy:
          '同じ施設なら名簿の通称にこの名を加え、別の施設なら名を区別できるように書いてください。',
      });
    }
    return this.#enter(outcome, record, { identity, code: this.#newCode(record) });
  }

  #enter(
    outcome: RowOutcome,
    record: ListedPlace,
    { identity, code }: { identity: string; code: string },
  ): RoutedRow {
    this.#entered.set(identity, code);
    const values = placeValues(record);
    const area = this.areas.get(fold(record.location.town ?? '')) ?? null;
    const row = this.#row(record, {
      target: facilityTarget,
      id: code,
      values: { ...values, area_code: area },
    });
    return { outcome, rows: [{ service: 'center', row }] };
  }

  #addSource(outcome: RowOutcome, record: ListedPlace, code: string): RoutedRow {
    const id = opaqueId('facility source', this.setting.dataset, record.key);
    const values = { ...placeValues(record), facility_code: code, name: record.name };
    const row = this.#row(record, { target: facilitySourceTarget, id, values });
    return { outcome, rows: [{ service: 'center', row }] };
  }

  #row(record: ListedPlace, row: Pick<DeliveredRow, 'target' | 'id' | 'values'>): DeliveredRow {
    const { dataset, asOf, request } = this.setting;
    const provenance = {
      department: 'center',
      dataset,
      asOf: momentInJapan(asOf).toISOString(),
      licence: request.licence ?? null,
      sample: false,
    };
    return { ...row, key: record.key, values: { ...row.values, provenance } };
  }

  #newCode(record: ListedPlace): string {
    const { dataset, request } = this.setting;
    return `${request.scope.municipalityCode}-${opaqueId('facility', dataset, record.key).slice(0, 10)}`;
  }
}
