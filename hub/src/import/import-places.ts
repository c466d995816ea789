import { facilitySourceTarget, facilityTarget } from '@manabi/center/facility/facility.import';
import type { DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import type { DatasetId } from '@manabi/kit/import/dataset/definition';
import { FileProblem } from '@manabi/kit/import/file-problem';
import { populationTarget } from '@manabi/plan/population/population.import';
import { titleTarget } from '@manabi/library/title/title.import';
import type { EntityManager } from '@mikro-orm/postgresql';

import { offeringTargets } from './offering-targets.js';
import type { Offering } from './route.rules.js';

/** The databases of the services, as an import reaches them. */
export interface ImportPlaces {
  /** A fresh unit of work on a service's database. */
  em(service: string): EntityManager;
}

/** Every table that files fill, by service. */
export const allTargets: ReadonlyMap<string, readonly DeliveryTarget[]> = new Map([
  ['library', [offeringTargets.library, titleTarget]],
  ['kominkan', [offeringTargets.kominkan]],
  ['sports', [offeringTargets.sports]],
  ['welfare', [offeringTargets.welfare]],
  ['center', [facilityTarget, facilitySourceTarget, offeringTargets.center]],
  ['plan', [populationTarget]],
]);

/** The services that take part in the import of a kind of file, with the tables it fills there. */
export function servicesOf(
  places: ImportPlaces,
  dataset: DatasetId | undefined,
  department: Offering | undefined,
): Map<string, { em: EntityManager; targets: readonly DeliveryTarget[] }> {
  const part = (service: string, targets: readonly DeliveryTarget[]) =>
    [service, { em: places.em(service), targets }] as const;
  switch (dataset) {
    case undefined:
      return new Map();
    case 'event':
      return new Map(
        Object.entries(offeringTargets)
          .filter(([service]) => department === undefined || service === department)
          .map(([service, target]) => part(service, [target])),
      );
    case 'title':
      return new Map([part('library', [titleTarget])]);
    case 'population':
      return new Map([part('plan', [populationTarget])]);
    case 'facility':
    case 'childcare':
    case 'evacuation-site':
      return new Map([part('center', [facilityTarget, facilitySourceTarget])]);
    case 'cultural-property':
      throw new FileProblem('DATASET_UNKNOWN', {
        message:
          '文化財一覧として読めましたが、文化財を収める場所がまだありません。何も変更していません。',
        remedy: '施設として扱うものは公共施設一覧の形で渡してください。',
      });
  }
}
