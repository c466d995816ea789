import { join } from 'node:path';

import { type Logger, destination, pino } from 'pino';

import type { Home } from './home.js';

/** The city's log: one JSON line for each event, in `hub.log` of its home. Without personal data. */
export function openLog(home: Home): Logger {
  return pino({ name: 'hub' }, destination({ dest: join(home.folder, 'hub.log'), sync: true }));
}
