import { addMonths } from '@manabi/kit/japan-time';
import { type TestService, openTestService } from '@manabi/kit/testing/test-service';
import { seatsTold } from '@manabi/kit/vocabulary/seats';

import { aFact } from '../fact/fact.builder.js';
import { aLink, aMeasure } from '../measure/measure.builder.js';
import { type CubedMeasure, cubedMeasures } from '../people/people-cubes.js';
import { aCount } from '../population/population.builder.js';
import { aRecord } from '../record/record-fact.builder.js';
import { aReport } from '../reported-count/reported-count.builder.js';
import { plan } from '../service.js';
import { sealSnapshot } from '../snapshot/snapshot.repository.js';
import type { Seen } from './attack.builder.js';
import {
  type PlacedSecret,
  SeenTables,
  type TableLine,
  tableOfPeople,
} from './seen-tables.builder.js';

/** A number that nobody is to learn, and by what tables divide it; all of that is public. */
interface Hidden extends PlacedSecret {
  readonly measure: CubedMeasure;
}

/** Numbers that look drawn, the same for the same seed. */
function drawn(seed: number): (below: number) => number {
  let state = (seed * 2_654_435_761) % 2_147_483_648;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const districts = ['D1', 'D2', 'D3', 'D4'];
const bands = ['0-5', '6-11', '18-64', '65+'];
const departments = ['library', 'kominkan', 'sports', 'welfare'];
const months = Array.from({ length: 14 }, (_, at) => addMonths('2025-04', at));

/** A city whose people an attacker tries to learn, drawn from a seed. */
export class AttackedCity {
  /** What was told and held back on all days. */
  readonly seen = new SeenTables(async (question) => {
    const { data, errors } = await this.service.ask(tableOfPeople, { question });
    if (errors.length > 0) throw new Error(errors[0]?.message);
    // The document says the shape.
    return data.statistics.rows as TableLine[];
  });

  private constructor(
    readonly service: TestService,
    private readonly hidden: readonly Hidden[],
  ) {}

  /** Draws a city and plants it. */
  static async open(seed: number): Promise<AttackedCity> {
    const service = await openTestService(plan);
    const draw = drawn(seed);
    await service.plant(
      ...districts.flatMap((district) => [
        aCount({
          id: district,
          areaCode: district,
          districtCode: district,
          count: 20_000,
          ageMin: 0,
          ageMax: null,
        }),
        aRecord({ kind: 'Facility', recordId: `hall ${district}`, areaCode: district }),
      ]),
      ...['1-1', '1-2', '1-3'].map((code) => aMeasure({ code })),
    );
    const hidden = [...(await plantOffers(service, draw)), ...(await plantReports(service, draw))];
    return new AttackedCity(service, hidden);
  }

  /**
   * Lets months go by. What comes late, a person here and there, must not be told by the difference of two days: it is
   * there on one and gone before the next month is closed.
   */
  async livesOn(): Promise<void> {
    const late = async (people: number) => {
      const { service } = this;
      await service.em().execute('update reported_count set count = count + ?', [people]);
      await service.em().execute('update opportunity_fact set taken = taken + ?', [people]);
    };
    await this.sealAndAsk('2026-03-10T10:00:00+09:00');
    await late(1);
    await this.sealAndAsk('2026-03-12T10:00:00+09:00');
    await late(-1);
    await this.sealAndAsk('2026-06-20T10:00:00+09:00');
  }

  /** Seals at a moment, and asks everything that can be asked of people, as anybody may. */
  async sealAndAsk(now: string): Promise<void> {
    const { id } = await sealSnapshot(this.service.em(), new Date(now));
    await this.seen.askAll(id);
  }

  /** What an attacker has of a measure: the secrets, and every number told or held back, over all that was asked. */
  of(measure: CubedMeasure): { secrets: Hidden[]; seen: Seen[] } {
    const secrets = this.hidden.filter((each) => each.measure === measure);
    return { secrets, seen: this.seen.of(measure, secrets) };
  }
}

type Draw = (below: number) => number;

async function plantOffers(service: TestService, draw: Draw): Promise<Hidden[]> {
  const offers = Array.from({ length: 120 }, (_, at) => offerOf(at, draw));
  await plantAll(
    service,
    offers.flatMap(({ rows }) => rows),
  );
  return offers.map(({ hidden }) => hidden);
}

function offerOf(at: number, draw: Draw): { rows: object[]; hidden: Hidden } {
  const [month, department] = [months[draw(months.length)] ?? '', departments[draw(4)] ?? ''];
  const district = districts[draw(4)] ?? '';
  const categories = [...new Set([1 + draw(9), ...(draw(4) === 0 ? [1 + draw(9)] : [])])]
    .map(String)
    .toSorted();
  const survey = [String(1 + draw(6))];
  const measures = [...new Set([`1-${1 + draw(3)}`, ...(draw(3) === 0 ? ['1-1'] : [])])].toSorted();
  const capacity = draw(6) === 0 ? null : 5 + draw(60);
  const wish = draw(4) === 0 ? draw(10) : draw(80);
  const taken = Math.min(wish, capacity ?? wish);
  const waiting = wish - taken;
  const id = `offer ${at}`;
  return {
    rows: [
      aFact({
        opportunityId: id,
        department,
        capacity,
        taken,
        waiting,
        venueCode: `hall ${district}`,
        startsAt: new Date(`${month}-10T10:00:00+09:00`),
        subjectKeys: [
          ...categories.map((code) => ({ scheme: 'MEXT', code })),
          ...survey.map((code) => ({ scheme: 'SURVEY', code })),
        ],
      }),
      ...measures.map((code) => aLink(code, id)),
    ],
    hidden: {
      ...boundsOf({ capacity, taken, waiting }),
      truth: wish,
      measure: cubedMeasures[0] as CubedMeasure,
      month,
      groups: {
        DEPARTMENT: [department],
        DISTRICT: [district],
        CATEGORY: categories,
        SURVEY_CATEGORY: survey,
        MEASURE: measures,
      },
    },
  };
}

/** What the public lists tell of who applied: by trying every number that looks the same there. */
function boundsOf(numbers: { capacity: number | null; taken: number; waiting: number }): {
  low: number;
  high: number;
} {
  const { capacity } = numbers;
  const shown = JSON.stringify(seatsTold(numbers));
  if (capacity === null) return { low: 0, high: Infinity };
  const alike = Array.from({ length: 400 }, (_, wish) => wish).filter((wish) => {
    const taken = Math.min(wish, capacity);
    return JSON.stringify(seatsTold({ capacity, taken, waiting: wish - taken })) === shown;
  });
  return { low: Math.min(...alike), high: Math.max(...alike) };
}

async function plantReports(service: TestService, draw: Draw): Promise<Hidden[]> {
  const hidden: Hidden[] = [];
  const rows: object[] = [];
  for (const measure of cubedMeasures.slice(1))
    for (const month of months)
      for (const [department, facilities] of [
        ['library', districts.slice(0, 3)],
        ['kominkan', districts.slice(2)],
      ] as const)
        for (const district of measure === 'LOANS' && department !== 'library' ? [] : facilities)
          for (const band of bands) {
            if (draw(5) === 0) continue;
            const truth = draw(3) === 0 ? draw(12) : draw(200);
            rows.push(
              aReport({
                id: `report ${rows.length}`,
                measure,
                month,
                department,
                ageBand: band,
                facilityCode: `hall ${district}`,
                count: truth,
              }),
            );
            hidden.push({
              truth,
              low: 0,
              high: Infinity,
              measure,
              month,
              groups: { DEPARTMENT: [department], DISTRICT: [district], AGE_BAND: [band] },
            });
          }
  await plantAll(service, rows);
  return hidden;
}

/** Writes many rows at once; links come after what they link. */
async function plantAll(service: TestService, rows: readonly object[]): Promise<void> {
  const em = service.em();
  for (const row of rows) em.persist(row);
  await em.flush();
}
