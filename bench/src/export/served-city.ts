import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { createGateway, type Gateway } from '@manabi/gateway/gateway';
import { departments } from '@manabi/hub/city/departments';
import { municipality } from '@manabi/hub/city/municipality';
import { portalGraph } from '@manabi/hub/city/portal-graph';
import { printGraph } from '@manabi/hub/graph/graph';
import { Portal } from '@manabi/portal/portal';
import { pino } from 'pino';

import { type FilledCity, openFilledCity } from '../proof/filled-city.js';

/** A filled city with its gateway and its portal, all in this process, at an address. */
export interface ServedCity extends Pick<FilledCity, 'services' | 'server'> {
  /** Without a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Opens a filled city and serves what its portal answers. */
export async function openServedCity(
  opportunities: number,
  folder: string | undefined,
): Promise<ServedCity> {
  const city = await openFilledCity({ opportunities, folder });
  const gateway = gatewayOf(city);
  await gateway.warm;
  const server = await serve(gateway);
  return {
    services: city.services,
    server: city.server,
    url: urlOf(server),
    close: async () => {
      server.close();
      await gateway.close();
      await city.close();
    },
  };
}

function gatewayOf({ services }: FilledCity): Gateway {
  return createGateway({
    supergraphSdl: printGraph(departments).public,
    subgraphs: services.transports,
    contract: 'public',
    mode: 'development',
    log: pino({ level: 'silent' }),
  });
}

async function serve(gateway: Gateway): Promise<Server> {
  const { municipalityCode, prefectureName = '', municipalityName = '' } = municipality;
  const portal = new Portal({
    graph: portalGraph(gateway),
    municipality: { code: municipalityCode, prefecture: prefectureName, city: municipalityName },
    address: () => urlOf(server),
  });
  const server = createServer((request, response) => {
    portal.answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return server;
}

function urlOf(server: Server): string {
  // A server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}
