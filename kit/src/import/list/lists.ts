// A table: the lists that departments keep, by what their rows are.
import type { RecordBase } from '../dataset/record-base.js';
import type { Said } from './column.js';
import { experienceProgramList } from './experience.list.js';
import { deliveryLectureList } from './lecture.list.js';
import { accessList, sittingPlaceList } from './place-facts.list.js';
import { activityList, budgetLineList, decisionList, grantList, meetingList } from './plan.list.js';
import { practiceNoteList } from './practice-note.list.js';
import { schoolDistrictList, schoolUnitList, siteVisitList } from './school.list.js';
import { assistantsList, childcareSessionList } from './support.list.js';

/** Every list that is said by its columns alone. */
export const lists = {
  'school-unit': schoolUnitList,
  'site-visit': siteVisitList,
  'school-district': schoolDistrictList,
  'experience-program': experienceProgramList,
  'sitting-place': sittingPlaceList,
  'facility-access': accessList,
  assistants: assistantsList,
  'childcare-session': childcareSessionList,
  'practice-note': practiceNoteList,
  'delivery-lecture': deliveryLectureList,
  'plan-meeting': meetingList,
  'meeting-decision': decisionList,
  grant: grantList,
  'budget-line': budgetLineList,
  'community-activity': activityList,
} as const;

/** The kinds of file that are such lists. */
export type ListId = keyof typeof lists;

/** A row of one of these lists. */
export type ListedAs<Id extends ListId> = RecordBase & { readonly kind: Id } & Said<
    (typeof lists)[Id]['columns']
  >;

/** A row of any of them, told apart by `kind`. */
export type ListRecord = { [Id in ListId]: ListedAs<Id> }[ListId];

/** Whether a kind of file is one of these lists. */
export const isList = (id: string): id is ListId => Object.hasOwn(lists, id);

/** Whether a record is a row of one of them. */
export const isListRecord = <R extends { readonly kind: string }>(
  record: R,
): record is Extract<R, ListRecord> => isList(record.kind);
