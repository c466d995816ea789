import type { Service } from '@manabi/kit/service';

import { LibraryBranch } from './branch/branch.entity.js';
import { BranchProgramResolver } from './branch-program/branch-program.resolver.js';
import { BranchService } from './branch-service/branch-service.entity.js';
import { publishBranchServices } from './branch-service/branch-service.feed.js';
import {
  BranchServiceResolver,
  BranchServicesResolver,
  branchServiceReference,
} from './branch-service/branch-service.resolver.js';
import { BookSet } from './book-set/book-set.entity.js';
import { publishBookSets } from './book-set/book-set.feed.js';
import {
  BookSetResolver,
  SubjectBookSetResolver,
  bookSetReference,
} from './book-set/book-set.resolver.js';
import {
  BranchResolver,
  FacilityBranchResolver,
  branchReference,
  facilityReference,
} from './branch/branch.resolver.js';
import {
  BookSetRevisionResolver,
  BranchRevisionResolver,
  ConfirmationResolver,
  DigitalItemRevisionResolver,
} from './confirmation/confirmation.resolver.js';
import { DigitalItem } from './digital-item/digital-item.entity.js';
import { publishDigitalItems } from './digital-item/digital-item.feed.js';
import {
  DigitalItemResolver,
  SubjectDigitalItemResolver,
  itemReference,
} from './digital-item/digital-item.resolver.js';
import { TitleEditionResolver } from './edition/edition.resolver.js';
import { Holding } from './holding/holding.entity.js';
import {
  HoldingResolver,
  TitleHoldingResolver,
  holdingReference,
} from './holding/holding.resolver.js';
import { Course } from './course/course.stub.js';
import { firstTables } from './migrations/m20261123-first.js';
import { bookSetTables } from './migrations/m20261124-book-sets.js';
import { branchTables } from './migrations/m20261124-branches.js';
import { localMaterialTables } from './migrations/m20261124-local-materials.js';
import { newestTitles } from './migrations/m20261124-newest-titles.js';
import { referenceCaseTables } from './migrations/m20261124-reference-cases.js';
import {
  CulturalPropertyMaterialsResolver,
  LocalMaterialsResolver,
  TitleCulturalPropertyResolver,
  culturalPropertyReference,
} from './local-materials/local-materials.resolver.js';
import { serviceFeed } from './migrations/m20261124-service-feed.js';
import { programEditions } from './migrations/m20261126-editions.js';
import { titleSources } from './migrations/m20261127-title-sources.js';
import { unseenChanges } from './migrations/m20261127-unseen.js';
import { BranchPickupShelfResolver } from './pickup-shelf/pickup-shelf.resolver.js';
import { LibraryProgramChangeResolver } from './program/program-change.resolver.js';
import { LibraryProgram } from './program/program.entity.js';
import { publishPrograms } from './program/program.feed.js';
import { LibraryProgramResolver, programReference } from './program/program.resolver.js';
import {
  CourseReadingListResolver,
  ReadingListEntryResolver,
  courseReference,
} from './reading-list/reading-list.resolver.js';
import { LibraryProgramWriteResolver } from './program/program-write.resolver.js';
import { ReferenceCase } from './reference-case/reference-case.entity.js';
import { publishReferenceCases } from './reference-case/reference-case.feed.js';
import {
  ReferenceCaseResolver,
  SubjectReferenceCaseResolver,
  TitleReferenceCaseResolver,
  caseReference,
} from './reference-case/reference-case.resolver.js';
import { ReferenceCaseWriteResolver } from './reference-case/reference-case-write.resolver.js';
import { Title } from './title/title.entity.js';
import {
  SubjectTitleResolver,
  TitleResolver,
  subjectReference,
  titleReference,
} from './title/title.resolver.js';
import { sittingList } from './migrations/m20261126-sitting-list.js';
import { sittingPlaceTables } from './migrations/m20261124-sitting-place.js';
import { shelves } from './migrations/m20261127-shelves.js';
import { libraryLists } from './migrations/m20261126-library-lists.js';
import { LibrarySittingPlace } from './sitting-place/sitting-place.entity.js';
import { publishSitting } from './sitting-place/sitting-place.feed.js';
import {
  LibrarySittingPlaceResolver,
  sittingReference,
} from './sitting-place/sitting-place.resolver.js';

/** The libraries (図書館): branches, titles and their copies, events, and reading lists for courses. */
export const library: Service = {
  name: 'library',
  entities: [
    LibraryBranch,
    Title,
    Holding,
    LibraryProgram,
    ReferenceCase,
    DigitalItem,
    BranchService,
    BookSet,
    LibrarySittingPlace,
  ],
  migrations: [
    firstTables,
    referenceCaseTables,
    localMaterialTables,
    branchTables,
    bookSetTables,
    serviceFeed,
    sittingPlaceTables,
    newestTitles,
    sittingList,
    libraryLists,
    programEditions,
    titleSources,
    shelves,
    unseenChanges,
  ],
  resolvers: [
    BranchResolver,
    FacilityBranchResolver,
    TitleResolver,
    SubjectTitleResolver,
    HoldingResolver,
    TitleHoldingResolver,
    LibraryProgramChangeResolver,
    LibraryProgramResolver,
    CourseReadingListResolver,
    ReadingListEntryResolver,
    ReferenceCaseResolver,
    SubjectReferenceCaseResolver,
    TitleReferenceCaseResolver,
    DigitalItemResolver,
    SubjectDigitalItemResolver,
    CulturalPropertyMaterialsResolver,
    LocalMaterialsResolver,
    TitleCulturalPropertyResolver,
    TitleEditionResolver,
    BranchPickupShelfResolver,
    BranchProgramResolver,
    BranchServicesResolver,
    BranchServiceResolver,
    BookSetResolver,
    SubjectBookSetResolver,
    LibraryProgramWriteResolver,
    ReferenceCaseWriteResolver,
    ConfirmationResolver,
    BranchRevisionResolver,
    DigitalItemRevisionResolver,
    BookSetRevisionResolver,
    LibrarySittingPlaceResolver,
  ],
  types: [Course, LibrarySittingPlace],
  references: {
    LibraryBranch: branchReference,
    Facility: facilityReference,
    Title: titleReference,
    Subject: subjectReference,
    Holding: holdingReference,
    LibraryProgram: programReference,
    Course: courseReference,
    ReferenceCase: caseReference,
    DigitalItem: itemReference,
    BranchService: branchServiceReference,
    BookSet: bookSetReference,
    CulturalProperty: culturalPropertyReference,
    LibrarySittingPlace: sittingReference,
  },
  published: {
    LibraryProgram: publishPrograms,
    ReferenceCase: publishReferenceCases,
    DigitalItem: publishDigitalItems,
    BookSet: publishBookSets,
    BranchService: publishBranchServices,
    LibrarySittingPlace: publishSitting,
  },
};
