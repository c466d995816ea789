// A table: lists of houses, helpers and what staff learned, and what their rows are in the tables of the services.
import type { ListedAs } from '@manabi/kit/import/list/lists';
import {
  sittingPlaceTarget,
  sittingPlaceValues,
} from '@manabi/kit/sitting-place/sitting-place.import';
import {
  deliveryLectureTarget,
  deliveryLectureValues,
} from '@manabi/kominkan/delivery-lecture/delivery-lecture.import';
import { accessTarget, accessValues } from '@manabi/welfare/access/access.import';
import { assistantsTarget, assistantsValues } from '@manabi/welfare/assistants/assistants.import';
import { childcareTarget, childcareValues } from '@manabi/welfare/childcare/childcare.import';
import {
  practiceNoteTarget,
  practiceNoteValues,
} from '@manabi/welfare/practice-note/practice-note.import';

import type { ListPlaces } from './list-place.js';
import type { ListRow } from './list-row.js';

const sitting = {
  library: sittingPlaceTarget('library_sitting_place'),
  kominkan: sittingPlaceTarget('kominkan_sitting_place'),
  welfare: sittingPlaceTarget('children_hall_sitting_place'),
} as const;

type SittingService = keyof typeof sitting;

const sittingWords: readonly (readonly [SittingService, RegExp])[] = [
  ['library', /図書館|図書室/u],
  ['kominkan', /公民館/u],
];

/** Whose place it is: of who delivers it, else by its department, else by the words of its house. */
function sittingServiceOf(
  { department, facility }: ListedAs<'sitting-place'>,
  { setting }: ListRow,
) {
  const { request } = setting;
  const said = [request.owner, request.department].find(
    (name) => name && Object.hasOwn(sitting, name),
  );
  // What is looked for among the keys is one of them.
  if (said) return said as SittingService;
  const found = [department, facility].flatMap((text) =>
    sittingWords.filter(([, words]) => text && words.test(text)).map(([service]) => service),
  );
  return found[0] ?? 'welfare';
}

/** What each of these lists becomes. */
export const careLists: ListPlaces<
  | 'sitting-place'
  | 'facility-access'
  | 'assistants'
  | 'childcare-session'
  | 'practice-note'
  | 'delivery-lecture'
> = {
  'sitting-place': {
    targets: Object.fromEntries(
      Object.entries(sitting).map(([service, target]) => [service, [target]]),
    ),
    rows: (record, row) => {
      const service = sittingServiceOf(record, row);
      const values = {
        ...sittingPlaceValues(record),
        facility_code: row.neededFacility('facility', record.facility),
      };
      const department = row.department('department', record.department);
      return [row.placed(sitting[service], values, { service, department })];
    },
  },
  'facility-access': {
    targets: { welfare: [accessTarget] },
    rows: (record, row) => {
      const id = row.neededFacility('facility', record.facility);
      const department = row.department('department', record.department);
      return [
        row.placed(accessTarget, accessValues(record), { service: 'welfare', department, id }),
      ];
    },
  },
  assistants: {
    targets: { welfare: [assistantsTarget] },
    rows: (record, row) => {
      const values = {
        ...assistantsValues(record),
        opportunity_id: row.event('event', record.event, record.eventDay),
      };
      const department = row.department('department', record.department);
      return [row.placed(assistantsTarget, values, { service: 'welfare', department })];
    },
  },
  'childcare-session': {
    targets: { welfare: [childcareTarget] },
    rows: (record, row) => {
      const values = {
        ...childcareValues(record),
        opportunity_id: row.event('event', record.event, record.eventDay),
        facility_code: row.facility('facility', record.facility),
      };
      const department = row.department('department', record.department);
      return [row.placed(childcareTarget, values, { service: 'welfare', department })];
    },
  },
  'practice-note': {
    targets: { welfare: [practiceNoteTarget] },
    rows: (record, row) => {
      const values = { ...practiceNoteValues(record), subject_keys: row.subjects(record.subjects) };
      const department = row.department('department', record.department);
      return [row.placed(practiceNoteTarget, values, { service: 'welfare', department })];
    },
  },
  'delivery-lecture': {
    targets: { kominkan: [deliveryLectureTarget] },
    rows: (record, row) => {
      const values = {
        ...deliveryLectureValues(record),
        department_code: row.neededDepartment('office', record.office),
        subject_keys: row.neededSubjects('subjects', record.subjects),
      };
      return [row.placed(deliveryLectureTarget, values, { service: 'kominkan' })];
    },
  },
};
