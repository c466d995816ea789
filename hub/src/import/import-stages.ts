import { applyDelivery, previewDelivery } from '@manabi/kit/delivery/delivery.apply';
import { DeliveryStage } from '@manabi/kit/delivery/delivery.stage';
import type {
  DeliveredRow,
  DeliveryCounts,
  DeliveryTarget,
} from '@manabi/kit/delivery/delivery.target';
import type { EntityManager } from '@mikro-orm/postgresql';

/** What an import is to the services that take part in it. */
export interface ImportHead {
  readonly run: string;
  readonly dataset: string;
  readonly fileName: string;
  readonly mode: 'full' | 'delta';
}

/** The part of one service. */
interface Part {
  readonly em: EntityManager;
  readonly targets: readonly DeliveryTarget[];
  readonly stage: DeliveryStage;
}

/** The parts of one import, staged in the databases of several services. */
export class ImportStages {
  readonly #parts = new Map<string, Part>();

  private constructor(
    private readonly head: ImportHead,
    private readonly decisions: EntityManager,
  ) {}

  /**
   * Opens a part in each service: also in those that will get no row, for a full file may withdraw all they have.
   * `decisions` is the database in which the import is decided.
   */
  static async open(
    head: ImportHead,
    decisions: EntityManager,
    services: ReadonlyMap<string, { em: EntityManager; targets: readonly DeliveryTarget[] }>,
  ): Promise<ImportStages> {
    const stages = new ImportStages(head, decisions);
    for (const [name, { em, targets }] of services) {
      const stage = await DeliveryStage.open(em, head);
      stages.#parts.set(name, { em, targets, stage });
    }
    return stages;
  }

  /** Takes one row into a service's part. */
  async take(service: string, row: DeliveredRow): Promise<void> {
    const part = this.#parts.get(service);
    if (!part) throw new Error(`The service "${service}" takes no part in this import.`);
    await part.stage.take(row);
  }

  /** What the import would do, by service. Writes what is still held. */
  async preview(): Promise<Map<string, DeliveryCounts>> {
    const counts = new Map<string, DeliveryCounts>();
    for (const [name, { em, targets, stage }] of this.#parts) {
      await stage.flush();
      counts.set(name, await previewDelivery(em.fork(), targets, stage.delivery));
    }
    return counts;
  }

  /**
   * Decides the import, then swaps each part in. From the decision on it is done as a whole: whoever is killed in
   * between, the next to come finishes it (see `finishImports`).
   */
  async apply(): Promise<void> {
    await this.decisions.execute(`insert into delivery_decision (run) values (?)`, [this.head.run]);
    for (const { em, targets, stage } of this.#parts.values()) {
      await applyDelivery(em.fork(), targets, stage.delivery);
    }
  }

  /** Takes the staged rows away; nothing was changed. */
  async drop(): Promise<void> {
    for (const { em, stage } of this.#parts.values()) {
      await em.execute(`delete from delivery where id = ? and state = 'STAGING'`, [stage.delivery]);
    }
  }
}
