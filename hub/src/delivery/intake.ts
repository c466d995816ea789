import { statSync } from 'node:fs';

import { withoutValues } from '@manabi/kit/database-failure';
import type { ExpectedDelivery } from '@manabi/kit/delivery/delivery-settings';
import type { Logger } from 'pino';

import { municipality } from '../city/municipality.js';
import type { Home } from '../home/home.js';
import type { ImportPlaces } from '../import/import-places.js';
import { datasetName } from '../import/dataset-name.js';
import { type Claim, giveBack, release, settle } from './claim.js';
import type { DeliveryRecord } from './delivery-record.js';
import { deliverySettingsOf } from './settings.js';
import { takeDelivery } from './take-delivery.js';

/** What taking files needs of the city. */
export interface IntakeCity {
  readonly home: Home;
  readonly log: Logger;
  /** Does a task on the departments' databases while no other import of the city runs. */
  readonly withPlaces: <Done>(task: (places: ImportPlaces) => Promise<Done>) => Promise<Done>;
}

/** Takes claimed files one after the other, by the code of `import`, and puts each where it belongs. */
export class Intake {
  readonly #underWay = new Map<string, Promise<DeliveryRecord>>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly city: IntakeCity) {}

  /** Whether a claim is being taken, or waits for its turn. */
  isUnderWay(id: string): boolean {
    return this.#underWay.has(id);
  }

  /** Takes a claimed file when its turn comes. Rejects when the hub broke down over it: then it stays claimed, to be taken later. */
  take(claimed: Claim): Promise<DeliveryRecord> {
    const known = this.#underWay.get(claimed.id);
    if (known) return known;
    const taking = this.#last
      .then(() => this.#take(claimed))
      .finally(() => this.#underWay.delete(claimed.id));
    this.#underWay.set(claimed.id, taking);
    this.#last = taking.catch(() => {});
    return taking;
  }

  /** Settles when nothing is being taken any more. */
  async rest(): Promise<void> {
    await this.#last;
  }

  async #take(claimed: Claim): Promise<DeliveryRecord> {
    const { home, log, withPlaces } = this.city;
    const about = { delivery: claimed.id, department: claimed.department };
    const before = stampOf(claimed.file);
    try {
      const { record } = await withPlaces((places) =>
        takeDelivery(places, home, deliveryOf(home, claimed)),
      );
      const { state, dataset, problem } = record;
      if (stampOf(claimed.file) !== before) {
        log.warn(
          { ...about, dataset },
          'a file was written on while it was taken; it is taken again',
        );
        giveBack(home, claimed);
      } else if (problem?.code === 'PERSONAL_DATA') release(home, claimed);
      else settle(home, claimed, outcomes[state] ?? 'taken');
      log[state === 'REFUSED' || state === 'WAITING' ? 'warn' : 'info'](
        { ...about, dataset, state, ...(problem && { code: problem.code }) },
        'a delivery was taken',
      );
      return record;
    } catch (error) {
      log.error({ ...about, err: withoutValues(error) }, 'a delivery could not be taken in');
      throw error;
    }
  }
}

const outcomes: Partial<Readonly<Record<DeliveryRecord['state'], 'refused' | 'waiting'>>> = {
  REFUSED: 'refused',
  WAITING: 'waiting',
};

/** What a file is and when it was last written on. */
export function stampOf(file: string): string {
  const { size, mtimeMs } = statSync(file);
  return `${size} ${mtimeMs}`;
}

function deliveryOf(home: Home, claimed: Claim): Parameters<typeof takeDelivery>[2] {
  const { id, department, file, way, mode, dataset, confirmed = false } = claimed;
  const expected = expectedOf(home, department, dataset ?? datasetName(file));
  const said = mode ?? expected?.mode;
  return {
    way,
    owner: department,
    request: {
      file,
      run: id,
      owner: department,
      dryRun: false,
      confirmed,
      scope: municipality,
      onProgress() {},
      ...(said && { mode: said }),
      ...(dataset !== undefined && { dataset }),
    },
  };
}

function expectedOf(home: Home, department: string, dataset: string): ExpectedDelivery | undefined {
  return deliverySettingsOf(home).expected.find(
    (each) => each.department === department && each.dataset === dataset,
  );
}
