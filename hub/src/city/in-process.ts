import { inProcessTransport } from '@manabi/gateway/transport/in-process';
import type { Transport } from '@manabi/gateway/transport/transport';
import { readDailyWorkAt } from '@manabi/kit/environment';
import { type OpenService, openService } from '@manabi/kit/open';
import type { Service } from '@manabi/kit/service';

import { ownFeeds } from '../own/join-own.js';
import type { OpenedServices, Running } from './opened.js';

/** Opens the services in this process: the gateway and the followers call them without HTTP. */
export async function openInProcess(
  services: readonly Service[],
  running: Running,
): Promise<OpenedServices & { readonly services: ReadonlyMap<string, OpenService> }> {
  const opened = await openAll(services, running);
  return {
    services: opened,
    processes: [],
    transports: new Map([...opened].map(([name, open]) => [name, wayTo(open)])),
    heads: new Map([...opened].map(([name, open]) => [name, () => open.head()])),
    nudge: (source) => {
      for (const open of opened.values()) open.nudge(source);
    },
    catchUp: async () => {
      for (const open of opened.values()) await open.catchUp();
    },
    stop: () => closeAll(opened),
  };
}

/** Followers first: they read what the others tell. */
async function closeAll(opened: ReadonlyMap<string, OpenService>): Promise<void> {
  for (const open of [...opened.values()].toReversed()) await open.close();
}

/** Opens the services side by side: who follows one that is not open yet waits for it. */
async function openAll(
  services: readonly Service[],
  { own = [], onQuery, onFailure, urlOf }: Running,
): Promise<Map<string, OpenService>> {
  const opened = new Map<string, OpenService>();
  const all = Promise.withResolvers<void>();
  const feedOf = (name: string) => async (cursor: string | undefined) => {
    await all.promise;
    return found(opened, name).feed(cursor);
  };
  const night = readDailyWorkAt(process.env);
  const inProcess = Object.fromEntries(services.map(({ name }) => [name, feedOf(name)]));
  const opening = services.map((service) =>
    openService(service, {
      databaseUrl: urlOf(service.name),
      feeds: { ...ownFeeds(own), ...inProcess },
      night,
      log: ({ error }) => onFailure(service.name, error),
      ...(onQuery && { onQuery: (sql) => onQuery(service.name, sql) }),
    }),
  );
  const settled = await Promise.allSettled(opening);
  for (const each of settled)
    if (each.status === 'fulfilled') opened.set(each.value.name, each.value);
  all.resolve();
  const failed = settled.find((each) => each.status === 'rejected');
  if (!failed) return opened;
  await closeAll(opened);
  throw failed.reason;
}

function wayTo(service: OpenService): Transport {
  return inProcessTransport(
    (request) => service.answer(request),
    (request, telling) => service.subscriptions.open(request, telling),
  );
}

function found(opened: ReadonlyMap<string, OpenService>, name: string): OpenService {
  const open = opened.get(name);
  if (!open) throw new Error(`The service "${name}" is not open yet.`);
  return open;
}
