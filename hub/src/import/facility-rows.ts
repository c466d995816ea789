import { VenueMatcher } from '@manabi/center/facility-identity/matcher.rules';
import type { RegisterEntry } from '@manabi/center/facility-identity/register-entry';
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

import { publishedHere } from './published-rows.js';
import type { FileSetting, RoutedRow } from './routed-row.js';
import { type Place, judgePlace } from './same-place.rules.js';
import { setRowAside } from './set-aside.js';
import { TownBlocks } from './town-blocks.js';

/** The register of facilities as the rows of one data set are judged against it. */
interface KnownPlaces {
  /** Codes of the facilities that earlier deliveries of this data set entered, by source key. */
  readonly own: ReadonlyMap<string, string>;
  readonly areas: TownBlocks;
  /** Codes of the departments, by folded name. */
  readonly departments: ReadonlyMap<string, string>;
  /** All other facilities, by code. */
  readonly register: ReadonlyMap<string, Place>;
  readonly matcher: VenueMatcher;
}

interface RegisterRow extends RegisterEntry {
  readonly point: Place['point'];
  readonly source_key: string | null;
}

/**
 * Says for each row of a list of places whether the register knows the facility. A known one keeps its entry and
 * gains the file's word beside it; a new one is entered; one that may be either is set aside for a person.
 */
export class FacilityRows {
  /** Codes of the facilities that this file enters, by name and address. */
  readonly #entered = new Map<string, string>();

  private constructor(
    private readonly setting: FileSetting,
    private readonly known: KnownPlaces,
  ) {}

  /**
   * Opens it with the register as this data set found it: what its own deliveries entered is left out, so that the
   * same file is judged the same way each time it comes.
   */
  static async open(em: EntityManager, setting: FileSetting): Promise<FacilityRows> {
    const all = await em.execute<RegisterRow[]>(
      `select code, name, aliases, address, rooms, point, source_key from facility where withdrawn_at is null
         or starts_with(source_key, ?)`,
      [`${setting.dataset}#`],
    );
    const isOwn = (row: RegisterRow) => row.source_key?.startsWith(`${setting.dataset}#`) ?? false;
    const others = all.filter((row) => !isOwn(row));
    const departments = await em.execute<{ name: string; code: string }[]>(
      `select name ->> 'ja' as name, code from department`,
    );
    return new FacilityRows(setting, {
      own: new Map(all.filter(isOwn).map(({ source_key: key, code }) => [key ?? '', code])),
      areas: await TownBlocks.open(em),
      departments: new Map(departments.map((row) => [fold(row.name), row.code])),
      register: new Map(others.map(({ code, name, point }) => [code, { name: name.ja, point }])),
      matcher: new VenueMatcher(others),
    });
  }

  /** Says where a row of a list of places goes. */
  route(outcome: RowOutcome, record: ListedPlace): RoutedRow {
    const identity = `${fold(record.name)}\n${fold(record.location.address ?? '')}`;
    const sourceKey = `${this.setting.dataset}#${record.key}`;
    const own = this.known.own.get(sourceKey);
    if (own) return this.#enter(outcome, record, { identity, code: own });
    const known = this.#entered.get(identity);
    if (known) return this.#addSource(outcome, record, known);
    const place = { name: record.name, point: record.location.point };
    const judged = judgePlace(place, this.known.matcher.read(record.name), this.known.register);
    if (judged.is === 'known') return this.#addSource(outcome, record, judged.code);
    if (judged.is === 'new') {
      const code = this.#newCode(record);
      if (this.known.register.has(code)) return publishedHere(this.setting, outcome, record.key);
      return this.#enter(outcome, record, { identity, code });
    }
    return setRowAside(this.setting.file, outcome, {
      column: '',
      value: record.name,
      code: 'FACILITY_UNCERTAIN',
      message: `施設名簿にある施設と同じかどうか決められませんでした。${judged.reason}`,
      remedy:
        '同じ施設なら名簿の通称にこの名を加え、別の施設なら名を区別できるように書いてください。',
    });
  }

  #enter(
    outcome: RowOutcome,
    record: ListedPlace,
    { identity, code }: { identity: string; code: string },
  ): RoutedRow {
    this.#entered.set(identity, code);
    const values = {
      ...placeValues(record, this.known.areas.names),
      area_code: this.known.areas.codeOf(record.location),
      department_code: this.known.departments.get(fold(record.operator ?? '')) ?? null,
    };
    const row = this.#row(record, { target: facilityTarget, id: code, values });
    return { outcome, rows: [{ service: 'center', row }] };
  }

  #addSource(outcome: RowOutcome, record: ListedPlace, code: string): RoutedRow {
    const id = opaqueId('facility source', this.setting.dataset, record.key);
    const listed = placeValues(record, this.known.areas.names);
    const values = { ...listed, facility_code: code, name: record.name };
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
      sample: record.sample ?? false,
    };
    return { ...row, key: record.key, values: { ...row.values, provenance } };
  }

  /** A code that a hub of this city published stays; another is drawn from what names the row. */
  #newCode({ key }: ListedPlace): string {
    const { dataset, request } = this.setting;
    const ours = `${request.scope.municipalityCode}-`;
    if (key.startsWith(ours)) return key;
    return `${ours}${opaqueId('facility', dataset, key).slice(0, 10)}`;
  }
}
