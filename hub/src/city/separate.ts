import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { httpTransport } from '@manabi/gateway/transport/http';
import { nudgeOverHttp } from '@manabi/kit/feed/feed.http';
import type { Service } from '@manabi/kit/service';

import type { OpenedServices, Running } from './opened.js';

/** A service that runs as a process of its own. */
interface Separate {
  readonly name: string;
  readonly url: string;
  readonly child: ChildProcess;
}

/** Runs every service as an HTTP process of its own on this machine. Throws when one does not come up. */
export async function openSeparately(
  services: readonly Service[],
  running: Running,
): Promise<OpenedServices & { readonly processes: readonly Separate[] }> {
  const started: Separate[] = [];
  for (const service of services) started.push(await startService(service, running, started));
  const followers = started.filter(
    ({ name }) => services.find((each) => each.name === name)?.follows,
  );
  return {
    processes: started,
    transports: new Map(
      started.map(({ name, url }) => [
        name,
        httpTransport({ url: `${url}/graphql`, signingKey: running.gatewayKey }),
      ]),
    ),
    nudge: (source) => {
      for (const { url } of followers) void nudgeOverHttp(url, source, running.gatewayKey);
    },
    // Processes of their own look every second; two looks later whatever was committed is read.
    catchUp: () => new Promise((resolve) => setTimeout(resolve, 2_500)),
    stop: async () => {
      await Promise.all(started.toReversed().map(({ child }) => stopChild(child)));
    },
  };
}

async function startService(
  service: Service,
  running: Running,
  started: readonly Separate[],
): Promise<Separate> {
  const main = fileURLToPath(import.meta.resolve(`@manabi/${service.name}/main`));
  const feeds = started.map(({ name, url }) => `${name}=${url}`).join(',');
  const child = fork(main, [], {
    env: {
      ...process.env,
      DATABASE_URL: running.urlOf(service.name),
      GATEWAY_KEY: running.gatewayKey,
      PORT: '0',
      FEEDS: service.follows ? feeds : '',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const told = await Promise.race([
    once(child, 'message').then(([message]) => message as { url: string }),
    once(child, 'exit').then(([code]) => {
      throw new Error(
        `The service "${service.name}" ended with code ${String(code)} before it answered. Its reason stands above.`,
      );
    }),
  ]);
  child.on('exit', (code) => {
    if (code !== 0 && code !== null)
      running.onFailure(service.name, new Error(`the process ended with code ${code}`));
  });
  return { name: service.name, url: told.url, child };
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
