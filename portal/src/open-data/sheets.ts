import type { PublishedSheet } from './sheet.js';
import { courseSheet } from './sheet/course-sheet.js';
import { culturalPropertySheet } from './sheet/cultural-property-sheet.js';
import { deskSheet, groupSheet, personSheet } from './sheet/entry-sheets.js';
import { evacuationSheet } from './sheet/evacuation-sheet.js';
import { eventSheet } from './sheet/event-sheet.js';
import { childcareSheet, facilitySheet } from './sheet/facility-sheet.js';
import { referenceCaseSheet, titleSheet } from './sheet/library-sheets.js';
import { openDataListSheet } from './sheet/open-data-list-sheet.js';
import { populationSheet } from './sheet/population-sheet.js';
import { registryEventSheet } from './sheet/registry-event-sheet.js';

const datasets: readonly PublishedSheet[] = [
  facilitySheet,
  eventSheet,
  registryEventSheet,
  childcareSheet,
  evacuationSheet,
  culturalPropertySheet,
  populationSheet,
  courseSheet,
  groupSheet,
  deskSheet,
  personSheet,
  titleSheet,
  referenceCaseSheet,
];

/** Every data set that is published, in the order of the list; the last is the list itself. */
export const sheets: readonly PublishedSheet[] = [...datasets, openDataListSheet(datasets)];
