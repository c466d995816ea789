import './production.js';

import { type Logger, pino } from 'pino';
import { Agent, setGlobalDispatcher } from 'undici';

import { type Environment, EnvironmentRefused, readEnvironment } from './environment.js';
import type { FeedSource } from './feed/feed.follow.js';
import { httpFeed, nudgeOverHttp } from './feed/feed.http.js';
import { listenForChanges } from './feed/feed.listen.js';
import { openService } from './open.js';
import { serve } from './serve.js';
import type { Service } from './service.js';
import { readTls, type ServiceTls } from './tls.js';

/** Milliseconds within which a process that was told to stop is gone, whatever it waits for. */
const endsWithin = 60_000;

/**
 * Runs a service as a process of its own until it is told to stop: SIGTERM and SIGINT let what is in flight finish.
 * An environment that is not as needed ends it with 2 and one sentence.
 */
export async function runService(service: Service): Promise<void> {
  const log = pino({ name: service.name });
  const { environment, tls } = surroundings();
  const { FOLLOWERS, NUDGE_KEYS } = environment;
  // What it asks of others, their feeds, it asks with the same certificate.
  if (tls) setGlobalDispatcher(new Agent({ connect: tls }));
  const open = await openService(service, {
    databaseUrl: environment.DATABASE_URL,
    feeds: feedsOf(environment),
    night: environment.DAILY_WORK_AT,
    log: ({ error: err, path }) => log.error({ err, path }, 'a part failed'),
  });
  const served = await serve(open, {
    port: environment.PORT,
    host: environment.HOST,
    gatewayKey: environment.GATEWAY_KEY,
    signatureWindow: environment.SIGNATURE_WINDOW,
    log,
    ...(tls && { tls }),
  });
  const listening = listenForChanges(environment.DATABASE_URL, () => {
    for (const [name, url] of FOLLOWERS)
      void nudgeOverHttp(url, service.name, NUDGE_KEYS.get(name) ?? '');
  });
  log.info({ url: served.url }, 'answering');
  process.send?.({ url: served.url });
  const stop = async () => {
    setTimeout(() => giveUp(log), endsWithin).unref();
    await listening.stop();
    await served.drain();
    await open.close();
    // Who started it may have gone first.
    if (process.connected) process.disconnect();
  };
  let stopped: Promise<void> | undefined;
  for (const end of ['SIGTERM', 'SIGINT', 'disconnect'] as const)
    process.on(end, () => void (stopped ??= stop()));
  // Who started it may have gone before anybody listened for that.
  if (process.send && !process.connected) stopped ??= stop();
}

function surroundings(): { environment: Environment; tls: ServiceTls | undefined } {
  try {
    const environment = readEnvironment(process.env);
    return { environment, tls: readTls(environment) };
  } catch (error) {
    if (!(error instanceof EnvironmentRefused)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
}

function feedsOf({ FEEDS, FEED_KEYS }: Environment): Record<string, FeedSource> {
  return Object.fromEntries(
    [...FEEDS].map(([name, url]) => [name, httpFeed(url, FEED_KEYS.get(name) ?? '')]),
  );
}

function giveUp(log: Logger): void {
  log.error({ handles: process.getActiveResourcesInfo() }, 'did not stop in time and is ended');
  process.exit(1);
}
