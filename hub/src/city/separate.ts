import { httpTransport } from '@manabi/gateway/transport/http';
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
  const followers = processes.filter(
    ({ name }) => services.find((each) => each.name === name)?.follows,
  );
  return {
    processes,
    transports: new Map(
      processes.map(({ name, url }) => [
        name,
        httpTransport({ url: `${url}/graphql`, signingKey: running.gatewayKey }),
      ]),
    ),
    heads: new Map(processes.map(({ name, url }) => [name, httpHead(url, running.gatewayKey)])),
    nudge: (source) => {
      for (const { url } of followers) void nudgeOverHttp(url, source, running.gatewayKey);
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
  const feeds = started.map(({ name, url }) => `${name}=${url}`).join(',');
  return ServiceProcess.start(service.name, {
    databaseUrl: running.urlOf(service.name),
    gatewayKey: running.gatewayKey,
    feeds: service.follows ? feeds : '',
    onFailure: (error) => running.onFailure(service.name, error),
  });
}
