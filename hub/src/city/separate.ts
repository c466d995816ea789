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
  const processes: ServiceProcess[] = [];
  const stop = async () => {
    await Promise.all(processes.toReversed().map((each) => each.stop()));
  };
  try {
    for (const service of services) processes.push(await startService(service, running, processes));
  } catch (error) {
    await stop();
    throw error;
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

function startService(
  service: Service,
  running: Running,
  started: readonly ServiceProcess[],
): Promise<ServiceProcess> {
  const keyOf = (name: string): string => serviceKey(running.cityKey, name);
  const sources = new Set(service.follows?.map(({ source }) => source));
  const followed = started.filter(({ name }) => sources.has(name));
  return ServiceProcess.start(service.name, {
    databaseUrl: running.urlOf(service.name),
    key: keyOf(service.name),
    feeds: followed.map(({ name, url }) => `${name}=${url}`).join(','),
    feedKeys: followed.map(({ name }) => `${name}=${feedKey(keyOf(name), name)}`).join(','),
    onFailure: (error) => running.onFailure(service.name, error),
  });
}
