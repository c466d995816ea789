import type { Audience } from '../cell/age.js';
import type { Level } from '../../vocabulary/level.js';
import type { Fee } from '../cell/fee.js';
import type { Point } from '../cell/point.js';
import type { TriState } from '../cell/tri-state.js';
import type { Weekdays } from '../cell/weekday.js';
import type { ListRecord } from '../list/lists.js';
import type { EntryRecord } from './entry.record.js';
import type { EventSession, Moment, Occurrence, Venue } from './event-session.js';
import type { ExternalTerms } from './external-terms.js';
import type { AnyLibraryRecord } from './library.record.js';
import type { RecordBase } from './record-base.js';
import type { ReportedCountRecord } from './reported-count.record.js';
import type { AnyRoomRecord } from './room.record.js';
import type { ClosingTold, DayHours } from './told-opening.js';

/** Where something is. */
export interface Location {
  readonly prefecture?: string;
  readonly city?: string;
  readonly town?: string;
  readonly townId?: string;
  readonly postalCode?: string;
  /** The address in one line, without the building; put together from its parts where the file has only these. */
  readonly address?: string;
  /** Building and floor (方書, 建物名等). */
  readonly building?: string;
  readonly point?: Point;
}

/** How an organisation is reached; never a private person. */
export interface Contact {
  readonly name?: string;
  readonly phone?: string;
  readonly extension?: string;
  readonly fax?: string;
  readonly email?: string;
  readonly formUrl?: string;
  readonly note?: string;
}

/** When a place is open: days, times as HH:MM (24:00 is the end of the day), and all that only words say. */
export interface OpeningHours {
  readonly weekdays?: Weekdays;
  readonly opens?: string;
  readonly closes?: string;
  /** The place closes behind midnight. */
  readonly closesNextDay?: true;
  readonly closedDays?: string;
  /** Hours of single days and rules of closing, where the note says them in a form that can be read. */
  readonly byDay?: readonly DayHours[];
  readonly closings?: readonly ClosingTold[];
  readonly note?: string;
}

/** What every kind of place has. */
export interface PlaceRecord extends RecordBase {
  readonly name: string;
  readonly nameKana?: string;
  readonly nameEn?: string;
  readonly nameCommon?: string;
  readonly location: Location;
  readonly contact: Contact;
  readonly hours: OpeningHours;
  readonly operator?: string;
  readonly corporateNumber?: string;
  readonly description?: string;
  readonly access?: string;
  readonly parking?: string;
  readonly barrierFree?: string;
  readonly url?: string;
  readonly image?: string;
  readonly imageLicence?: string;
}

/** A row of 公共施設一覧 and its kin. */
export interface FacilityRecord extends PlaceRecord {
  readonly kind: 'facility';
  readonly category?: string;
  /** POI code, four digits. */
  readonly poi?: string;
  /** Where in the building (設置位置 of an AED). */
  readonly placement?: string;
  readonly capacity?: number;
  readonly fee?: Fee;
}

/** A row of 子育て施設一覧. */
export interface ChildcareFacilityRecord extends PlaceRecord {
  readonly kind: 'childcare';
  readonly category?: string;
  readonly approvedOn?: string;
  readonly capacity?: number;
  readonly acceptedAges?: Audience;
  readonly temporaryCare: TriState;
  readonly sickChildCare: TriState;
  readonly nursingRoom: TriState;
  readonly changingTable: TriState;
  readonly eating: TriState;
  readonly strollerRental: TriState;
  readonly strollerUse: TriState;
  readonly careFee?: Fee;
  readonly careHours?: OpeningHours;
}

/** A row of 文化財一覧. */
export interface CulturalPropertyRecord extends PlaceRecord {
  readonly kind: 'cultural-property';
  /** 文化財分類. */
  readonly designations: readonly string[];
  /** 種類. */
  readonly category?: string;
  readonly placeName?: string;
  readonly quantity?: number;
  readonly quantityUnit?: string;
  /** Only organisations; the name of a private owner is not read. */
  readonly owner?: string;
  readonly designatedOn?: string;
  readonly summary?: string;
  readonly summaryEn?: string;
  readonly descriptionEn?: string;
}

/** The kinds of disaster of 指定緊急避難場所一覧. */
export type Hazard =
  | 'flood'
  | 'landslide'
  | 'stormSurge'
  | 'earthquake'
  | 'tsunami'
  | 'fire'
  | 'inlandFlood'
  | 'volcano';

/** A row of 指定緊急避難場所一覧. A blank cell of a hazard is UNKNOWN. */
export interface EvacuationSiteRecord extends PlaceRecord {
  readonly kind: 'evacuation-site';
  readonly hazards: Readonly<Record<Hazard, TriState>>;
  readonly isShelter: TriState;
  readonly elevation?: number;
  readonly capacity?: number;
  readonly neighbourhoods: readonly string[];
}

/** A row of イベント一覧. */
export interface EventRecord extends RecordBase, ExternalTerms {
  readonly kind: 'event';
  readonly name: string;
  readonly nameKana?: string;
  readonly nameEn?: string;
  readonly nameCommon?: string;
  readonly subtitle?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly subEvent?: string;
  readonly category?: string;
  readonly status?: string;
  readonly url?: string;
  readonly image?: string;
  readonly imageLicence?: string;
  readonly occurrences: readonly Occurrence[];
  /** Its sessions in their order, where each stands in a row of its own. */
  readonly sessions?: readonly EventSession[];
  /** Set where rows of it could not be read: then it may have more sessions than these. */
  readonly isPartlyRead?: true;
  /** Which session of a course the row is (第n回), and what that one is about. */
  readonly sessionNumber?: number;
  readonly topic?: string;
  /** The first day, where the file says it; a missing start stays missing here. */
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly dateNote?: string;
  /** 開催パターン as written and, where it could be read, its weekdays. */
  readonly pattern?: string;
  readonly weekdays?: Weekdays;
  readonly venue?: Venue;
  readonly location: Location;
  readonly facilityNumber?: string;
  readonly organiser?: string;
  readonly cosponsor?: string;
  readonly related?: string;
  readonly audience?: Audience;
  readonly capacity?: number;
  readonly capacityText?: string;
  readonly fee?: Fee;
  readonly languages?: string;
  readonly applicationFrom?: Moment;
  readonly applicationUntil?: Moment;
  readonly applicationMethod?: string;
  readonly applicationUrl?: string;
  /** How places are given, as written (先着, 抽選 …), where a column of its own says it. */
  readonly selection?: string;
  /** Subjects as scheme and code, MEXT:5. */
  readonly subjectCodes?: readonly string[];
  /** For whom it is meant by what they can already. */
  readonly level?: `${Level}`;
  readonly access?: string;
  readonly parking?: string;
  readonly bicycleParking?: string;
  readonly childcare: TriState;
  readonly childcareNote?: string;
  readonly accessibility?: string;
  readonly attendance?: string;
  readonly onlineUrl?: string;
  readonly contact: Contact;
  readonly publishedOn?: string;
  readonly updatedOn?: string;
}

/** The people of one span of ages; `to` is included and absent for "and above". */
export interface AgeBand {
  readonly from: number;
  readonly to?: number;
  readonly male?: number;
  readonly female?: number;
  readonly total?: number;
}

/** A row of 地域・年齢別人口. */
export interface PopulationRecord extends RecordBase {
  readonly kind: 'population';
  readonly areaCode?: string;
  readonly areaName: string;
  readonly surveyedOn?: string;
  readonly total?: number;
  readonly male?: number;
  readonly female?: number;
  readonly households?: number;
  readonly ages: readonly AgeBand[];
}

/** A row of a book list. */
export interface TitleRecord extends RecordBase {
  readonly kind: 'title';
  /** The number of the library's own catalogue. */
  readonly bibId?: string;
  /** In what form it is read, in the file's word. */
  readonly format?: string;
  readonly title: string;
  readonly titleKana?: string;
  readonly subtitle?: string;
  readonly volume?: string;
  readonly series?: string;
  readonly authors: readonly string[];
  readonly publisher?: string;
  readonly publishedYear?: number;
  /** Thirteen digits. */
  readonly isbn?: string;
  /** A notation of the Nippon Decimal Classification. */
  readonly ndc?: string;
  /** A class of the library's own (E for picture books), where the column holds no NDC. */
  readonly localClass?: string;
  readonly callNumber?: string;
  readonly loans?: number;
  readonly rank?: number;
  readonly url?: string;
}

/** A row of reference cases, as it may be published. */
export interface ReferenceCaseRecord extends RecordBase {
  readonly kind: 'reference-case';
  readonly question: string;
  readonly answer: string;
  readonly process?: string;
  readonly ndcs: readonly string[];
  readonly keywords: readonly string[];
  /** Sources as written, each at most 200 characters. */
  readonly citations: readonly string[];
  /** Thirteen digits each, as far as the sources name them. */
  readonly isbns: readonly string[];
  readonly answeredOn?: string;
  readonly branchName?: string;
}

/** Any record, told apart by `kind`. */
export type ImportRecord =
  | ListRecord
  | FacilityRecord
  | ChildcareFacilityRecord
  | CulturalPropertyRecord
  | EvacuationSiteRecord
  | EventRecord
  | PopulationRecord
  | TitleRecord
  | ReferenceCaseRecord
  | AnyRoomRecord
  | AnyLibraryRecord
  | ReportedCountRecord
  | EntryRecord;
