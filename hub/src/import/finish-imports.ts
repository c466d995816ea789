import { applyDelivery } from '@manabi/kit/delivery/delivery.apply';
import type { DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import type { EntityManager } from '@mikro-orm/postgresql';

/** A service's database and the tables that files fill in it. */
export interface ImportingService {
  readonly em: EntityManager;
  readonly targets: readonly DeliveryTarget[];
}

/**
 * Finishes imports that were decided and then broken off, so that none is ever half done. Staged rows of imports
 * that nobody decided stay until the same data set is delivered again. Returns how many parts were swapped in.
 */
export async function finishImports(
  decisions: EntityManager,
  services: ReadonlyMap<string, ImportingService>,
): Promise<number> {
  let finished = 0;
  for (const { em, targets } of services.values()) {
    const open = await em.execute<{ id: string; run: string }[]>(
      `select id, run from delivery where state = 'STAGING' order by id`,
    );
    for (const { id, run } of open) {
      const decided = await decisions.execute(`select run from delivery_decision where run = ?`, [
        run,
      ]);
      if (decided.length === 0) continue;
      await applyDelivery(em.fork(), targets, Number(id));
      finished += 1;
    }
  }
  return finished;
}
