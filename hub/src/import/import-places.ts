import { culturalPropertyTarget } from '@manabi/center/cultural-property/cultural-property.import';
import { deskTarget } from '@manabi/center/desk/desk.import';
import { facilitySourceTarget, facilityTarget } from '@manabi/center/facility/facility.import';
import { groupTarget } from '@manabi/center/group/group.import';
import { personTarget } from '@manabi/center/person/person.import';
import type { DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import { lotteryTarget, oddsTarget } from '@manabi/kit/slot/lottery.import';
import { regularUseTarget } from '@manabi/kit/slot/regular-use.import';
import {
  studyRoomHoldTarget,
  studyRoomTarget,
} from '@manabi/kominkan/study-room/study-room.import';
import { courtHoldTarget, courtTarget } from '@manabi/sports/court/court.import';
import type { DatasetId } from '@manabi/kit/import/dataset/definition';
import { populationTarget } from '@manabi/plan/population/population.import';
import { reportedCountTarget } from '@manabi/plan/reported-count/reported-count.import';
import { bookSetTarget } from '@manabi/library/book-set/book-set.import';
import { branchServiceTarget } from '@manabi/library/branch-service/branch-service.import';
import { branchTarget } from '@manabi/library/branch/branch.import';
import { digitalItemTarget } from '@manabi/library/digital-item/digital-item.import';
import { copyTarget } from '@manabi/library/holding/holding.import';
import { referenceCaseTarget } from '@manabi/library/reference-case/reference-case.import';
import { titleTarget } from '@manabi/library/title/title.import';
import type { EntityManager } from '@mikro-orm/postgresql';

import { isList, type ListId } from '@manabi/kit/import/list/lists';

import { listPlaces } from './list-places.js';
import { offeringTargets } from './offering-targets.js';
import type { Offering } from './route.rules.js';

/** The databases of the services, as an import reaches them. */
export interface ImportPlaces {
  /** A fresh unit of work on a service's database. */
  em(service: string): EntityManager;
}

const places = { center: [facilityTarget, facilitySourceTarget] };

type Targets = Readonly<Record<string, readonly DeliveryTarget[]>>;

/** The tables that each kind of file fills, by service; lists say theirs themselves. */
const ownTargets: Readonly<Record<Exclude<DatasetId, ListId>, Targets>> = {
  event: Object.fromEntries(
    Object.entries(offeringTargets).map(([service, target]) => [service, [target]]),
  ),
  title: { library: [titleTarget] },
  'reference-case': { library: [referenceCaseTarget] },
  room: { kominkan: [studyRoomTarget], sports: [courtTarget] },
  slot: { kominkan: [studyRoomHoldTarget], sports: [courtHoldTarget] },
  'regular-use': { kominkan: [regularUseTarget], sports: [regularUseTarget] },
  'lottery-window': { kominkan: [lotteryTarget], sports: [lotteryTarget] },
  'lottery-odds': { kominkan: [oddsTarget], sports: [oddsTarget] },
  'library-branch': { library: [branchTarget] },
  'branch-service': { library: [branchServiceTarget] },
  copy: { library: [copyTarget] },
  'book-set': { library: [bookSetTarget] },
  'digital-item': { library: [digitalItemTarget] },
  population: { plan: [populationTarget] },
  'reported-count': { plan: [reportedCountTarget] },
  facility: places,
  childcare: places,
  'evacuation-site': places,
  'cultural-property': { center: [culturalPropertyTarget] },
  person: { center: [personTarget] },
  group: { center: [groupTarget] },
  desk: { center: [deskTarget] },
};

const targetsOf = (dataset: DatasetId): Targets =>
  isList(dataset) ? listPlaces[dataset].targets : ownTargets[dataset];

/** Every table that files fill, by service. */
export const allTargets: ReadonlyMap<string, readonly DeliveryTarget[]> = allOf([
  ...Object.values(ownTargets),
  ...Object.values(listPlaces).map(({ targets }) => targets),
]);

/** Each table once, in the order in which it is named first. */
function allOf(filled: readonly Targets[]): Map<string, DeliveryTarget[]> {
  const all = new Map<string, Map<string, DeliveryTarget>>();
  for (const [service, targets] of filled.flatMap((one) => Object.entries(one)))
    for (const target of targets)
      all.set(service, (all.get(service) ?? new Map()).set(target.table, target));
  return new Map([...all].map(([service, targets]) => [service, [...targets.values()]]));
}

/**
 * The services that take part in the import of a kind of file, with the tables it fills there; of a kind that several
 * departments keep, the one alone whose file it is, where that is known.
 */
export function servicesOf(
  { em }: ImportPlaces,
  dataset: DatasetId | undefined,
  department: Offering | undefined,
): Map<string, { em: EntityManager; targets: readonly DeliveryTarget[] }> {
  if (dataset === undefined) return new Map();
  const targets = targetsOf(dataset);
  return new Map(
    servicesTaking(dataset, department).map((service) => [
      service,
      { em: em(service), targets: targets[service] ?? [] },
    ]),
  );
}

/** The names of those services. */
export function servicesTaking(dataset: DatasetId, department: Offering | undefined): string[] {
  const keepers = Object.keys(targetsOf(dataset));
  return department && keepers.includes(department) ? [department] : keepers;
}
