import { withoutValues } from '@manabi/kit/database-failure';

import type { IntakeCity } from './intake.js';

/** Something that is done again and again while a city runs. */
export interface Watching {
  /** Lets what is under way finish, and looks no more. */
  stop(): Promise<void>;
}

/** Does a task now and every so many seconds, never twice at once; what fails is told in the log and tried again. */
export function watch(
  { log }: Pick<IntakeCity, 'log'>,
  seconds: number,
  task: () => Promise<void>,
): Watching {
  let round: Promise<void> | undefined;
  const begin = (): void => {
    round ??= task()
      .catch((error: unknown) =>
        log.error({ err: withoutValues(error) }, 'the deliveries could not be looked at'),
      )
      .finally(() => {
        round = undefined;
      });
  };
  const timer = setInterval(begin, seconds * 1000).unref();
  begin();
  return {
    stop: async () => {
      clearInterval(timer);
      await round;
    },
  };
}
