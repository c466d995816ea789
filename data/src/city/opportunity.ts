import type { Text } from '../text.js';
import type { Sourced } from './sourced.js';
import type { SubjectKey } from './subjects.js';

/** MEXT's twelve audiences (対象者): 幼児, 小学生, 中学生, 高校生, 青少年, 大学・一般, 高齢者, 勤労者, 男性, 女性, 親子, 制限なし. */
export const AUDIENCES = [
  'INFANT',
  'ELEMENTARY',
  'JUNIOR_HIGH',
  'HIGH_SCHOOL',
  'YOUTH',
  'ADULT',
  'SENIOR',
  'WORKER',
  'MEN',
  'WOMEN',
  'PARENT_CHILD',
  'ANYONE',
] as const;

/** One of MEXT's twelve audiences. */
export type Audience = (typeof AUDIENCES)[number];

/** How places are given (選定): 抽選, 先着, 選考, 申込不要. */
export const SELECTION_METHODS = ['LOTTERY', 'FIRST_COME', 'SCREENING', 'NONE'] as const;

/** Which department's kind of opportunity a row is. */
export type OpportunityKind =
  | 'LibraryProgram'
  | 'Course'
  | 'SportsClass'
  | 'CareProgram'
  | 'ExternalOffering';

/** One time at which an opportunity takes place (回); moments are ISO 8601 with +09:00. */
export interface SessionRow {
  id: string;
  opportunityId: string;
  /** From 1. */
  number: number;
  startsAt: string;
  endsAt: string;
  venueCode: string;
  roomId: string;
}

/** Childcare beside an opportunity (保育付き). */
export interface ChildcareOffer {
  places: number;
  taken: number;
  minMonths: number;
  feeYen: number;
}

/** What every programme, course, class and event says; moments are ISO 8601 with +09:00. */
export interface OpportunityRow extends Sourced {
  id: string;
  kind: OpportunityKind;
  title: Text;
  summary: Text;
  organiser: string;
  departmentCode: string;
  howToApply: string;
  attendance: 'ONSITE';
  audiences: Audience[];
  /** Completed months, both ends included; null is open. */
  ages: { minMonths: number | null; maxMonths: number | null };
  subjectKeys: SubjectKey[];
  fee: { kind: 'FREE' | 'PAID'; yen: number; note: string | null };
  selection: {
    method: (typeof SELECTION_METHODS)[number];
    drawAt: string | null;
    confirmBy: string | null;
  };
  startsAt: string;
  endsAt: string;
  applyOpensAt: string | null;
  applyClosesAt: string | null;
  cancelledAt: string | null;
  capacity: number;
  /** Applications received so far. */
  applied: number;
  /** Places given: none before lots are drawn. */
  taken: number;
  waiting: number;
  venueCode: string;
  roomId: string;
  instructorIds: string[];
  measureCodes: string[];
  childcare: ChildcareOffer | null;
  sessions: SessionRow[];
}
