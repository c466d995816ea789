import { Facility } from '@manabi/center/facility/facility.entity';
import { ExternalOffering } from '@manabi/center/external-offering/external-offering.entity';
import { Group } from '@manabi/center/group/group.entity';
import { Person } from '@manabi/center/person/person.entity';
import { ProviderKind } from '@manabi/center/value/provider-kind';
import type { OpportunityKind, OpportunityRow } from '@manabi/data/city/opportunity';
import type { GeneratedCity } from '@manabi/data/generator/generate-city';
import { departments } from '@manabi/hub/city/departments';
import { facilityRow } from '@manabi/hub/plant/facility-rows';
import { occurrencesOf, opportunityValues } from '@manabi/hub/plant/opportunity-rows';
import { groupRow, personRow } from '@manabi/hub/plant/people-rows';
import { type TableRows, rowsFor } from '@manabi/hub/plant/planter';
import { courtRow } from '@manabi/hub/plant/plant-sports';
import { roomRow, sessionRows } from '@manabi/hub/plant/plant-kominkan';
import { branchId } from '@manabi/hub/plant/library-record-rows';
import { holdingRow, titleRows } from '@manabi/hub/plant/plant-library';
import { localText } from '@manabi/hub/plant/local-text';
import { provenanceOf } from '@manabi/hub/plant/provenance';
import { writeRows } from '@manabi/hub/plant/write-rows';
import { openDatabase } from '@manabi/kit/database';
import { Tri } from '@manabi/kit/value/tri';
import { Course } from '@manabi/kominkan/course/course.entity';
import { Session } from '@manabi/kominkan/session/session.entity';
import { StudyRoom } from '@manabi/kominkan/study-room/study-room.entity';
import { LibraryBranch } from '@manabi/library/branch/branch.entity';
import { Holding } from '@manabi/library/holding/holding.entity';
import { LibraryProgram, LibraryProgramKind } from '@manabi/library/program/program.entity';
import { Title } from '@manabi/library/title/title.entity';
import { Court } from '@manabi/sports/court/court.entity';
import { SportsClass, SportsLevel } from '@manabi/sports/sports-class/sports-class.entity';
import { CareProgram, CareProgramKind } from '@manabi/welfare/care-program/care-program.entity';

/** Rows made and written at a time: memory stays flat. */
const batch = 5_000;

type Filling = Iterable<readonly TableRows[]>;

/** What each department's database gets of a generated city, beside the sample that it holds. */
const fillings: Readonly<Record<string, (city: GeneratedCity) => Filling>> = {
  center: fillCenter,
  kominkan: fillKominkan,
  sports: fillSports,
  welfare: fillWelfare,
  library: fillLibrary,
};

/** Writes a generated city into the departments' databases, which hold the sample already. */
export async function fillCity(city: GeneratedCity, urlOf: (service: string) => string) {
  for (const { name, entities, migrations } of departments) {
    const filling = fillings[name];
    if (!filling) continue;
    const began = performance.now();
    const orm = await openDatabase({ url: urlOf(name), entities, migrations, poolSize: 2 });
    for (const tables of filling(city)) {
      await orm.em.fork().transactional(async (em) => {
        for (const table of tables) await writeRows(em, table);
      });
    }
    // What autovacuum does within minutes of such a load.
    await orm.em.fork().execute('analyze');
    await orm.close(true);
    const seconds = Math.round((performance.now() - began) / 1_000);
    process.stdout.write(`${name}: filled in ${seconds} s\n`);
  }
}

function* inBatches<Row>(rows: Iterable<Row>): Generator<Row[]> {
  let gathered: Row[] = [];
  for (const row of rows) {
    gathered.push(row);
    if (gathered.length < batch) continue;
    yield gathered;
    gathered = [];
  }
  if (gathered.length > 0) yield gathered;
}

/** The opportunities of one kind, each batch as rows of its department's tables. */
function* opportunities(
  city: GeneratedCity,
  kind: OpportunityKind,
  tables: (rows: readonly OpportunityRow[]) => TableRows[],
): Filling {
  for (const rows of inBatches(city.opportunities(kind))) yield tables(rows);
}

function* fillCenter(city: GeneratedCity): Filling {
  const values = opportunityValues();
  for (const rows of inBatches(city.facilities())) yield [rowsFor(Facility, rows.map(facilityRow))];
  for (const rows of inBatches(city.people())) yield [rowsFor(Person, rows.map(personRow))];
  for (const rows of inBatches(city.groups())) yield [rowsFor(Group, rows.map(groupRow))];
  yield* opportunities(city, 'ExternalOffering', (rows) => [
    rowsFor(
      ExternalOffering,
      rows.map((row) =>
        Object.assign(values(row), {
          provider: row.organiser,
          providerKind: ProviderKind.PRIVATE,
          atOwnResponsibility: Tri.YES,
          occurrences: occurrencesOf(row.sessions),
        }),
      ),
    ),
  ]);
}

const roomsOf = (city: GeneratedCity, purpose: string) =>
  [...city.facilities()].flatMap(({ rooms }) => rooms.filter((room) => room.purpose === purpose));

function* fillKominkan(city: GeneratedCity): Filling {
  const values = opportunityValues();
  for (const rows of inBatches(roomsOf(city, 'STUDY')))
    yield [rowsFor(StudyRoom, rows.map(roomRow))];
  yield* opportunities(city, 'Course', (rows) => [
    rowsFor(
      Course,
      rows.map((row) =>
        Object.assign(values(row), {
          childcareOffered: row.childcare ? Tri.YES : Tri.NO,
          instructorIds: row.instructorIds,
        }),
      ),
    ),
    rowsFor(Session, rows.flatMap(sessionRows)),
  ]);
}

function* fillSports(city: GeneratedCity): Filling {
  const values = opportunityValues();
  for (const rows of inBatches(roomsOf(city, 'GYM'))) yield [rowsFor(Court, rows.map(courtRow))];
  yield* opportunities(city, 'SportsClass', (rows) => [
    rowsFor(
      SportsClass,
      rows.map((row) =>
        Object.assign(values(row), {
          level: SportsLevel.BEGINNER,
          occurrences: occurrencesOf(row.sessions),
          coachIds: row.instructorIds,
        }),
      ),
    ),
  ]);
}

function* fillWelfare(city: GeneratedCity): Filling {
  const values = opportunityValues();
  yield* opportunities(city, 'CareProgram', (rows) => [
    rowsFor(
      CareProgram,
      rows.map((row) =>
        Object.assign(values(row), {
          kind: CareProgramKind.CHILDREN_HALL,
          occurrences: occurrencesOf(row.sessions),
        }),
      ),
    ),
  ]);
}

function* fillLibrary(city: GeneratedCity): Filling {
  const values = opportunityValues();
  yield [rowsFor(LibraryBranch, branches(city))];
  const bibIds = new Map<string, string>();
  for (const rows of inBatches(city.titles())) {
    for (const { id, bibId } of rows) bibIds.set(id, bibId);
    yield [rowsFor(Title, titleRows(rows, bibIds))];
  }
  for (const rows of inBatches(city.holdings()))
    yield [
      rowsFor(
        Holding,
        rows.map((row) => holdingRow(row, bibIds)),
      ),
    ];
  yield* opportunities(city, 'LibraryProgram', (rows) => [
    rowsFor(
      LibraryProgram,
      rows.map((row) =>
        Object.assign(values(row), {
          kind: LibraryProgramKind.LECTURE,
          occurrences: occurrencesOf(row.sessions),
        }),
      ),
    ),
  ]);
}

const branches = (city: GeneratedCity): Partial<LibraryBranch>[] =>
  [...city.facilities()]
    .filter(({ type }) => type === 'LIBRARY')
    .map((house) => ({
      id: branchId(house.code),
      name: localText(house.name),
      facilityCode: house.code,
      hours: [],
      pickupShelf: Tri.UNKNOWN,
      readingRoom: Tri.UNKNOWN,
      accessibleService: Tri.UNKNOWN,
      latitude: house.latitude,
      longitude: house.longitude,
      provenance: provenanceOf(house, 'library'),
    }));
