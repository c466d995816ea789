import { previewDelivery, swapIn } from '@manabi/kit/delivery/delivery.apply';
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
  #isDecided = false;

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

  /** Says that the file names a row that could not be read, so that no service withdraws it. */
  async keep(key: string): Promise<void> {
    for (const { stage } of this.#parts.values()) await stage.keep(key);
  }

  /**
   * Writes every part, decides the import, then keeps the parts: where one of them cannot be written, nothing was
   * decided and nothing changed. From the decision on it is done as a whole: whoever is killed in between, the next
   * to come finishes it (see `finishImports`).
   */
  async apply(): Promise<void> {
    await this.#write([...this.#parts.values()]);
  }

  /** Takes the staged rows away, unless the import was decided: then they are needed to finish it. */
  async drop(): Promise<void> {
    if (this.#isDecided) return;
    for (const { em, stage } of this.#parts.values()) {
      await em.execute(`delete from delivery where id = ? and state = 'STAGING'`, [stage.delivery]);
    }
  }

  // Each part waits in its own transaction for the next ones: the innermost step is the decision.
  async #write([part, ...rest]: readonly Part[]): Promise<void> {
    if (!part) return this.#decide();
    const { em, targets, stage } = part;
    await em.fork().transactional(async (tx) => {
      await swapIn(tx, targets, stage.delivery);
      await this.#write(rest);
    });
  }

  async #decide(): Promise<void> {
    // Set first: a decision whose acknowledgement is lost may stand.
    this.#isDecided = true;
    await this.decisions.execute(`insert into delivery_decision (run) values (?)`, [this.head.run]);
  }
}
