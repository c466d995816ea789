import type { PopulationRecord } from '@manabi/kit/import/dataset/record';
import type { RowOutcome } from '@manabi/kit/import/outcome';
import { fold } from '@manabi/kit/text/fold';
import { type CountedPlace, deliveredPopulation } from '@manabi/plan/population/population.import';
import type { EntityManager } from '@mikro-orm/postgresql';

import type { FileSetting, RoutedRow } from './routed-row.js';
import { setRowAside } from './set-aside.js';

/** Says for each row of 地域・年齢別人口 which place it counts: a town block or a school district of the register. */
export class PopulationRows {
  private constructor(
    private readonly setting: FileSetting,
    private readonly areas: ReadonlyMap<string, CountedPlace>,
    private readonly districts: ReadonlyMap<string, CountedPlace>,
  ) {}

  /** Opens it with the places of the register. */
  static async open(em: EntityManager, setting: FileSetting): Promise<PopulationRows> {
    const places = async (codes: string, table: 'area' | 'school_district') => {
      const rows = await em.execute<(CountedPlace & { code: string; name: string })[]>(
        `select code, name ->> 'ja' as name, ${codes} from ${table}`,
      );
      return new Map(
        rows.flatMap(({ code, name, areaCode, districtCode }) => {
          const place = { areaCode, districtCode };
          return [[fold(name), place] as const, [code, place] as const];
        }),
      );
    };
    const ofArea = `code as "areaCode", school_district_code as "districtCode"`;
    const ofDistrict = `null as "areaCode", code as "districtCode"`;
    return new PopulationRows(
      setting,
      await places(ofArea, 'area'),
      await places(ofDistrict, 'school_district'),
    );
  }

  /** Says where a row goes. A place that the register does not have is set aside, and so are totals. */
  route(outcome: RowOutcome, record: PopulationRecord): RoutedRow {
    const { dataset, asOf, request, file } = this.setting;
    const place = this.#placeOf(record);
    if (!place) {
      return setRowAside(file, outcome, {
        column: '地域名',
        value: record.areaName,
        code: 'AREA_UNKNOWN',
        message: '町字・学区の一覧にない地域名です。合計の行もここに含まれます。',
        remedy: '町字の一覧にある名で書いてください。合計の行は要りません。',
      });
    }
    const rows = deliveredPopulation(record, {
      dataset,
      asOf,
      place,
      ...(request.licence && { licence: request.licence }),
    });
    return { outcome, rows: rows.map((row) => ({ service: 'plan', row })) };
  }

  #placeOf({ areaCode, areaName }: PopulationRecord): CountedPlace | undefined {
    const name = fold(areaName.replace(cityPrefix(this.setting.request.scope), ''));
    const found = [this.areas, this.districts].flatMap(
      (places) => places.get(areaCode ?? name) ?? places.get(name) ?? [],
    );
    return found[0];
  }
}

/** The city before the name of a place in it, e.g. 東京都西東京市. */
function cityPrefix({
  prefectureName = '',
  municipalityName = '',
}: FileSetting['request']['scope']): RegExp {
  return new RegExp(`^(?:${prefectureName})?${municipalityName}`, 'u');
}
