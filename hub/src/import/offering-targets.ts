import {
  deliveredOffering,
  externalOfferingTarget,
} from '@manabi/center/external-offering/external-offering.import';
import type { DeliveredRow, DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import type { EventRecord } from '@manabi/kit/import/dataset/record';
import { deliveredOpportunity } from '@manabi/kit/opportunity/opportunity.import';
import {
  type CourseSetting,
  courseTarget,
  deliveredCourse,
} from '@manabi/kominkan/course/course.import';
import { programTarget } from '@manabi/library/program/program.import';
import { deliveredClass, sportsClassTarget } from '@manabi/sports/sports-class/sports-class.import';
import { careProgramTarget } from '@manabi/welfare/care-program/care-program.import';

import type { Offering } from './route.rules.js';

const targets: Readonly<Record<Offering, DeliveryTarget>> = {
  library: programTarget,
  kominkan: courseTarget,
  sports: sportsClassTarget,
  welfare: careProgramTarget,
  center: externalOfferingTarget,
};

/** An event as a row of the service that keeps it. */
export function offeringRow(
  service: Offering,
  record: EventRecord,
  setting: CourseSetting,
): DeliveredRow {
  if (service === 'center') return deliveredOffering(record, setting);
  if (service === 'kominkan') return deliveredCourse(record, setting);
  if (service === 'sports') return deliveredClass(record, setting);
  return deliveredOpportunity(targets[service], record, setting);
}

/** The tables that events fill, by service. */
export const offeringTargets = targets;
