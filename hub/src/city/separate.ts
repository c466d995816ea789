import { httpTransport } from '@manabi/gateway/transport/http';
import { feedKey, nudgeKey, serviceKey } from '@manabi/kit/derived-key';
import { httpHead, nudgeOverHttp } from '@manabi/kit/feed/feed.http';
import type { Service } from '@manabi/kit/service';

import type { OpenedServices, Running } from './opened.js';
import { ServiceProcess } from './service-process.js';

/** Runs every service as an HTTP process of its own on this machine. Throws when one does not come up. */
export async function openSeparately(
  services: readonly Service[],
  running: Running,
): Promise<OpenedServices> {
  const starting = new Map<string, Promise<ServiceProcess>>();
  for (const service of services) {
    starting.set(service.name, startService(service, running, new Map(starting)));
  }
  const started = await Promise.allSettled(starting.values());
  const processes = started.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const stop = async () => {
    await Promise.all(processes.toReversed().map((each) => each.stop()));
  };
  const failed = started.find((each) => each.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  const keyOf = (name: string): string => serviceKey(running.cityKey, name);
  const followers = processes.filter(
    ({ name }) => services.find((each) => each.name === name)?.follows,
  );
  return {
    processes,
    transports: new Map(
      processes.map(({ name, url }) => [
        name,
        httpTransport({ url: `${url}/graphql`, signingKey: keyOf(name) }),
      ]),
    ),
    heads: new Map(processes.map(({ name, url }) => [name, httpHead(url, keyOf(name))])),
    nudge: (source) => {
      for (const { name, url } of followers)
        void nudgeOverHttp(url, source, nudgeKey(keyOf(name), name));
    },
    // Processes of their own look every second; two looks later whatever was committed is read.
    catchUp: () => new Promise((resolve) => setTimeout(resolve, 2_500)),
    stop,
  };
}

/** Starts a service once those that it follows answer, of those that were begun before. */
async function startService(
  service: Service,
  running: Running,
  begun: ReadonlyMap<string, Promise<ServiceProcess>>,
): Promise<ServiceProcess> {
  const sources = new Set(service.follows?.map(({ source }) => source));
  const answering = await Promise.all(
    [...begun].filter(([name]) => sources.has(name)).map(([, started]) => started),
  );
  const followed = followedBy(service, running, answering);
  return ServiceProcess.start(service.name, {
    databaseUrl: running.urlOf(service.name),
    key: serviceKey(running.cityKey, service.name),
    feeds: followed.map(({ name, url }) => `${name}=${url}`).join(','),
    feedKeys: followed.map(({ name, key }) => `${name}=${feedKey(key, name)}`).join(','),
    onFailure: (error) => running.onFailure(service.name, error),
  });
}

/** Whose feeds a service reads: of those that were started before it, and of departments' own subgraphs. */
function followedBy(
  { follows }: Service,
  { cityKey, own = [] }: Running,
  started: readonly ServiceProcess[],
): { name: string; url: string; key: string }[] {
  const sources = new Set(follows?.map(({ source }) => source));
  return [
    ...started.map(({ name, url }) => ({ name, url, key: serviceKey(cityKey, name) })),
    ...own
      .filter(({ tells }) => tells)
      .map(({ name, url, key }) => ({ name, url: url.origin, key })),
  ].filter(({ name }) => sources.has(name));
}
