import type { MigrationStep } from '@manabi/kit/database';

import { firstTables } from './m20261123-first.js';
import { indexTables } from './m20261123-index.js';
import { circleRecord } from './m20261124-circle-record.js';
import { calendarTables } from './m20261124-calendar.js';
import { closureTables } from './m20261124-closure.js';
import { correctionTables } from './m20261124-correction.js';
import { culturalPropertyTables } from './m20261124-cultural-property.js';
import { deskHoursTables } from './m20261124-desk-hours.js';
import { experienceTables } from './m20261124-experience.js';
import { fedGroups } from './m20261124-fed-groups.js';
import { listTables } from './m20261126-lists.js';
import { newsletterTables } from './m20261124-newsletter.js';
import { passportTables } from './m20261124-passport.js';
import { registrationTables } from './m20261124-registration.js';
import { responsibilityTables } from './m20261124-responsibility.js';
import { schoolTables } from './m20261124-school.js';
import { sittingPlaceTables } from './m20261124-sitting-place.js';
import { entryLooks } from './m20261126-looks.js';
import { calendarCounts } from './m20261126-calendar-count.js';
import { offeringEditions } from './m20261126-editions.js';
import { subjectTerms } from './m20261126-subject-terms.js';
import { ledCounts } from './m20261127-led.js';
import { talentTables } from './m20261124-talent.js';
import { unseenChanges } from './m20261127-unseen.js';
import { toldRegisters } from './m20261124-told-registers.js';

/** The steps that make the tables of the learning information centre, oldest first. */
export const centerSteps: readonly MigrationStep[] = [
  firstTables,
  indexTables,
  culturalPropertyTables,
  toldRegisters,
  talentTables,
  closureTables,
  fedGroups,
  experienceTables,
  schoolTables,
  deskHoursTables,
  responsibilityTables,
  calendarTables,
  registrationTables,
  passportTables,
  sittingPlaceTables,
  newsletterTables,
  correctionTables,
  circleRecord,
  subjectTerms,
  listTables,
  entryLooks,
  calendarCounts,
  offeringEditions,
  ledCounts,
  unseenChanges,
];
