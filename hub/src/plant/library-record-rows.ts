import { bookSets } from '@manabi/data/city/book-sets';
import { branchServices } from '@manabi/data/city/branch-services';
import { digitalItems } from '@manabi/data/city/digital-items';
import { referenceCases } from '@manabi/data/city/reference-cases';
import type { TitleRow } from '@manabi/data/city/titles';
import { opaqueId } from '@manabi/data/opaque-id';
import { Tri } from '@manabi/kit/value/tri';
import { type BookSet, BookSetCurriculum } from '@manabi/library/book-set/book-set.entity';
import { withSetSearch } from '@manabi/library/book-set/book-set.search';
import {
  type BranchService,
  BranchServiceKind,
} from '@manabi/library/branch-service/branch-service.entity';
import {
  type DigitalItem,
  DigitalItemKind,
  DigitalRights,
} from '@manabi/library/digital-item/digital-item.entity';
import { withItemSearch } from '@manabi/library/digital-item/digital-item.search';
import type { ReferenceCase } from '@manabi/library/reference-case/reference-case.entity';
import { withCaseSearch } from '@manabi/library/reference-case/reference-case.search';

import { localText } from './local-text.js';
import { provenanceOf } from './provenance.js';

/** The id of the branch in a facility. */
export const branchId = (facilityCode: string): string => opaqueId('library-branch', facilityCode);

/** The sample reference cases, with the ISBNs of their sources. */
export function caseRows(today: string, books: readonly TitleRow[]): Partial<ReferenceCase>[] {
  const isbns = new Map(books.map(({ id, isbn }) => [id, isbn]));
  return referenceCases(today).map((row) =>
    withCaseSearch({
      id: row.id,
      question: localText(row.question),
      answer: localText(row.answer),
      process: row.process,
      keywords: row.keywords,
      answeredOn: row.answeredOn,
      branchId: branchId(row.branchCode),
      sourceIsbns: row.sourceIds.flatMap((id) => isbns.get(id) ?? []),
      citations: row.citations,
      subjectKeys: row.subjectKeys,
      provenance: provenanceOf(row, 'library'),
    }),
  );
}

/** The sample digitised items. */
export const itemRows = (today: string): Partial<DigitalItem>[] =>
  digitalItems(today).map((row) =>
    withItemSearch({
      id: row.id,
      kind: DigitalItemKind[row.kind],
      title: localText(row.title),
      creator: localText(row.creator),
      description: localText(row.description),
      madeIn: row.madeIn,
      year: row.year,
      rights: DigitalRights[row.rights],
      rightsNote: row.rightsNote,
      url: row.url,
      branchId: branchId(row.branchCode),
      heritageCodes: row.propertyCodes,
      subjectKeys: row.subjectKeys,
      provenance: provenanceOf(row, 'library'),
    }),
  );

/** What the sample says of the services of branches. */
export const branchServiceRows = (today: string): Partial<BranchService>[] =>
  branchServices(today).map((row) => ({
    id: row.id,
    branchId: branchId(row.branchCode),
    kind: BranchServiceKind[row.kind],
    offered: Tri[row.offered],
    forWhom: localText(row.forWhom),
    howToUse: row.howToUse && localText(row.howToUse),
    booking: Tri[row.booking],
    feeYen: row.feeYen,
    provenance: provenanceOf(row, 'library'),
  }));

/** The sample sets of books for schools. */
export const bookSetRows = (
  today: string,
  bibIds: ReadonlyMap<string, string>,
): Partial<BookSet>[] =>
  bookSets(today).map((row) =>
    withSetSearch({
      id: row.id,
      name: localText(row.name),
      schoolSubject: BookSetCurriculum[row.schoolSubject],
      unit: row.unit,
      gradeFrom: row.gradeFrom,
      gradeTo: row.gradeTo,
      copies: row.copies,
      loanDays: 28,
      bookableFrom: row.bookableFrom,
      bookableUntil: row.bookableUntil,
      howToApply: '学校図書館の担当から図書館へ、利用する月の前月二十日までに申し込みます。',
      bibIds: row.titleIds.flatMap((id) => bibIds.get(id) ?? []),
      branchId: branchId(row.branchCode),
      subjectKeys: row.subjectKeys,
      provenance: provenanceOf(row, 'library'),
    }),
  );
