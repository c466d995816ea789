import type { EntityManager } from '@mikro-orm/postgresql';

import type { Snapshot } from './snapshot.entity.js';
import { newestSnapshot, sealSnapshot } from './snapshot.repository.js';

/** Milliseconds that a question waits at most for the first snapshot of a city. */
const patience = 4_000;

/** Milliseconds between two looks for it. */
const lookEvery = 50;

/** The first sealing of each database, as long as it is in work. */
const firsts = new WeakMap<object, Promise<unknown>>();

/**
 * The snapshot that a question is answered from: the newest one, of whatever day. Where none was ever sealed this begins
 * to, in the background and once however many ask, and waits a little: a small city is sealed within a second. Null where
 * it takes longer; it goes on.
 */
export async function snapshotToAsk(
  em: EntityManager,
  now: Date,
  most: number = patience,
): Promise<Snapshot | null> {
  const newest = await newestSnapshot(em);
  if (newest) return newest;
  const failure = beginFirst(em, now);
  const until = performance.now() + most;
  while (performance.now() < until) {
    await Promise.race([failure, new Promise((done) => setTimeout(done, lookEvery))]);
    const first = await newestSnapshot(em);
    if (first) return first;
  }
  return null;
}

/** Settles when the first sealing is done; throws what it failed of. */
function beginFirst(em: EntityManager, now: Date): Promise<unknown> {
  const database = em.getDriver();
  const known = firsts.get(database);
  if (known) return known;
  const sealing = sealSnapshot(em, now, { ifNoneOf: '0000-00-00' }).finally(() =>
    firsts.delete(database),
  );
  firsts.set(database, sealing);
  // Where everybody who asked has gone, its failure is nobody's: the daily work tries again, and tells it.
  sealing.catch(() => {});
  return sealing;
}
