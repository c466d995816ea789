import { Area } from '@manabi/center/area/area.entity';
import { Department } from '@manabi/center/department/department.entity';
import { Facility } from '@manabi/center/facility/facility.entity';
import { SchoolDistrict } from '@manabi/center/school-district/school-district.entity';
import { Subject } from '@manabi/center/subject/subject.entity';
import { areas } from '@manabi/data/city/areas';
import type { GeneratedCity } from '@manabi/data/generator/generate-city';
import { plantCenter } from '@manabi/hub/plant/plant-center';
import { rowsFor } from '@manabi/hub/plant/planter';
import { writeRows } from '@manabi/hub/plant/write-rows';
import type { EntityManager } from '@mikro-orm/postgresql';

const registers = new Set<unknown>([Department, Subject, SchoolDistrict, Area]);

/** Fills the registers that facets and labels are read from: those of the bundled city, with the facilities of a generated one. */
export async function fillRegisters(
  em: EntityManager,
  city: GeneratedCity,
  today: string,
): Promise<void> {
  const tables = plantCenter.tables({ today, empty: false });
  for (const table of tables) if (registers.has(table.entity)) await writeRows(em, table);
  await writeRows(em, rowsFor(Facility, facilityRows(city)));
}

function facilityRows(city: GeneratedCity): Partial<Facility>[] {
  const areaCodes = new Map(areas().map(({ name, code }) => [name.ja, code]));
  return [...city.facilities()].map((row) => ({
    code: row.code,
    name: { ja: row.name.ja, kana: row.name.kana ?? null },
    point: { latitude: row.latitude, longitude: row.longitude },
    areaCode: areaCodes.get(row.areaName) ?? null,
    provenance: { department: row.departmentCode, dataset: 'sample', sample: true },
  }));
}
