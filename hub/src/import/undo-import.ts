import { undoDelivery } from '@manabi/kit/delivery/delivery.undo';
import { Problem } from '@manabi/kit/problem';

import type { ImportingService } from './finish-imports.js';

/**
 * Undoes an import in every service that took part in it. Refuses, and changes nothing, when one of them was
 * delivered the same data set again since. Returns how many rows it touched by service.
 */
export async function undoImport(
  services: ReadonlyMap<string, ImportingService>,
  run: string,
): Promise<Map<string, number>> {
  const parts: { name: string; service: ImportingService; delivery: number }[] = [];
  for (const [name, service] of services) {
    const found = await service.em.execute<{ id: string; later: string }[]>(
      `select id, (select count(*) from delivery l
         where l.dataset = d.dataset and l.id > d.id and l.state = 'APPLIED') as later
       from delivery d where run::text = ? and state = 'APPLIED'`,
      [run],
    );
    for (const { id, later } of found) {
      if (Number(later) > 0) {
        throw new Problem(
          'CONFLICT',
          `The same data set was imported again after ${run}. Undo the latest import first.`,
        );
      }
      parts.push({ name, service, delivery: Number(id) });
    }
  }
  if (parts.length === 0) {
    throw new Problem(
      'NOT_FOUND',
      `There is nothing to undo of an import ${run}: it is unknown, changed nothing, or was undone already. "npm run hub -- deliveries" lists the imports with what they did.`,
    );
  }
  const touched = new Map<string, number>();
  for (const { name, service, delivery } of parts) {
    touched.set(name, await undoDelivery(service.em.fork(), service.targets, delivery));
  }
  return touched;
}
