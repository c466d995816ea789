import { takeTurn } from '@manabi/kit/postgres/take-turn';

/**
 * Does a task while nobody else who asks here does one: imports, undoings and the planting of one city take turns, also
 * those of several command lines. `onWait` is told once when another goes first.
 */
export const inTurn = <Done>(
  databaseUrl: string,
  onWait: () => void,
  task: () => Promise<Done>,
): Promise<Done> => takeTurn({ url: databaseUrl, name: 'hub: one import at a time', onWait }, task);
