import type { PublishedSheet } from './sheet.js';
import { courseSheet } from './sheet/course-sheet.js';
import { culturalPropertySheet } from './sheet/cultural-property-sheet.js';
import { deskSheet, groupSheet, personSheet } from './sheet/entry-sheets.js';
import { eventSheet } from './sheet/event-sheet.js';
import { childcareSheet, facilitySheet } from './sheet/facility-sheet.js';
import { referenceCaseSheet, titleSheet } from './sheet/library-sheets.js';
import { registryEventSheet } from './sheet/registry-event-sheet.js';

/** Every data set that is published, in the order of the list. */
export const sheets: readonly PublishedSheet[] = [
  facilitySheet,
  eventSheet,
  registryEventSheet,
  childcareSheet,
  culturalPropertySheet,
  courseSheet,
  groupSheet,
  deskSheet,
  personSheet,
  titleSheet,
  referenceCaseSheet,
];
