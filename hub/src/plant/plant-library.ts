import { facilities } from '@manabi/data/city/facilities';
import { type HoldingRow, holdings } from '@manabi/data/city/holdings';
import { type LibraryBranchRow, libraryBranches } from '@manabi/data/city/library-branches';
import { libraryPrograms } from '@manabi/data/city/library-programs';
import { type TitleRow, titles } from '@manabi/data/city/titles';
import { ClosingKind, type ClosingRule } from '@manabi/kit/opening/closing-rule';
import { momentInJapan } from '@manabi/kit/opportunity/event-times';
import { Tri } from '@manabi/kit/value/tri';
import { Audience } from '@manabi/kit/vocabulary/audience';
import { BookSet } from '@manabi/library/book-set/book-set.entity';
import { BranchService } from '@manabi/library/branch-service/branch-service.entity';
import { LibraryBranch } from '@manabi/library/branch/branch.entity';
import { DigitalItem } from '@manabi/library/digital-item/digital-item.entity';
import { Holding, HoldingStatus } from '@manabi/library/holding/holding.entity';
import { LibraryProgram, LibraryProgramKind } from '@manabi/library/program/program.entity';
import { ReferenceCase } from '@manabi/library/reference-case/reference-case.entity';
import { library } from '@manabi/library/service';
import { LibrarySittingPlace } from '@manabi/library/sitting-place/sitting-place.entity';
import { Title, TitleFormat } from '@manabi/library/title/title.entity';
import { type TitleFacts, withSearch } from '@manabi/library/title/title.search';

import {
  branchId,
  bookSetRows,
  branchServiceRows,
  caseRows,
  itemRows,
} from './library-record-rows.js';
import { localText } from './local-text.js';
import { occurrencesOf, opportunityValues } from './opportunity-rows.js';
import { type Planter, rowsFor } from './planter.js';
import { sittingPlaceRows } from './sitting-place-rows.js';
import { provenanceOf } from './provenance.js';

/** The id of the branch in a facility. */
const closedDaysOf = ({ closedDays }: LibraryBranchRow): ClosingRule[] =>
  closedDays.map((rule) => Object.assign({ ...rule }, { rule: ClosingKind[rule.rule] }));

function branchRows(): Partial<LibraryBranch>[] {
  const houses = new Map(facilities().map((house) => [house.code, house]));
  return libraryBranches().map((branch) => {
    const house = houses.get(branch.facilityCode);
    return {
      id: branchId(branch.facilityCode),
      name: localText(house?.name ?? { ja: branch.facilityCode }),
      facilityCode: branch.facilityCode,
      phone: house?.phone ?? null,
      hours: branch.hours,
      closedDays: closedDaysOf(branch),
      pickupShelf: Tri[branch.pickupShelf],
      readingRoom: Tri[branch.readingRoom],
      accessibleService: Tri[branch.accessibleService],
      latitude: house?.latitude ?? null,
      longitude: house?.longitude ?? null,
      provenance: provenanceOf(branch, 'library'),
    };
  });
}

/** The library tells children from adults; the graph knows the ministry's twelve groups. */
const audiencesOf: Readonly<Record<TitleRow['audience'], Audience[]>> = {
  ADULT: [Audience.ADULT],
  YOUTH: [Audience.YOUTH],
  CHILD: [Audience.INFANT, Audience.ELEMENTARY],
};

/** Titles as the library keeps them, with what they are found by; `bibIds` leads from ids to their numbers. */
export function titleRows(
  rows: readonly TitleRow[],
  bibIds: ReadonlyMap<string, string>,
): TitleFacts[] {
  return rows.map((row) =>
    withSearch({
      bibId: row.bibId,
      isbn: row.isbn,
      title: localText(row.title),
      author: localText(row.author),
      publisher: row.publisher,
      year: row.year,
      pages: row.pages,
      format: TitleFormat[row.format],
      audiences: audiencesOf[row.audience],
      editionOf: bibIds.get(row.editionOfId ?? '') ?? null,
      heritageCodes: row.propertyCodes,
      subjectKeys: row.subjectKeys,
      provenance: provenanceOf(row, 'library'),
    }),
  );
}

/** A copy of a title. */
export const holdingRow = (
  row: HoldingRow,
  bibIds: ReadonlyMap<string, string>,
): Partial<Holding> => ({
  id: row.id,
  bibId: bibIds.get(row.titleId) ?? row.titleId,
  branchId: branchId(row.branchCode),
  status: HoldingStatus[row.status],
  dueOn: row.dueOn,
  callNumber: row.shelfMark,
  checkedAt: momentInJapan(row.asOf),
});

function programRows(today: string): Partial<LibraryProgram>[] {
  const values = opportunityValues();
  return libraryPrograms(today).map((row) =>
    Object.assign(values(row), {
      kind: LibraryProgramKind[row.programKind],
      occurrences: occurrencesOf(row.sessions),
    }),
  );
}

const ofSampleTitles = `bib_id in (select bib_id from title where provenance ->> 'dataset' = 'sample')`;

/** Branches, titles, copies and events of the library; a real one begins empty. */
export const plantLibrary: Planter = {
  service: library,
  tables: ({ today, empty }) => {
    if (empty) return [];
    const books = titles(today);
    const bibIds = new Map(books.map(({ id, bibId }) => [id, bibId]));
    const copies = holdings(today).map((row) => holdingRow(row, bibIds));
    return [
      rowsFor(LibraryBranch, branchRows()),
      rowsFor(Title, titleRows(books, bibIds)),
      rowsFor(Holding, copies, { gone: 'deleted', sample: ofSampleTitles }),
      rowsFor(LibraryProgram, programRows(today), { gone: 'withdrawn' }),
      rowsFor(LibrarySittingPlace, sittingPlaceRows('library', { today, department: 'library' }), {
        gone: 'withdrawn',
      }),
      rowsFor(ReferenceCase, caseRows(today, books), { gone: 'withdrawn' }),
      rowsFor(DigitalItem, itemRows(today), { gone: 'withdrawn' }),
      rowsFor(BranchService, branchServiceRows(today), { gone: 'deleted' }),
      rowsFor(BookSet, bookSetRows(today, bibIds), { gone: 'withdrawn' }),
    ];
  },
};
