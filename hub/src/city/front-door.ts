import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { connectionSettings } from '@manabi/gateway/configuration/process-settings';
import { drain, guardedServer } from '@manabi/gateway/front-door/server';
import type { Gateway } from '@manabi/gateway/gateway';
import { holderOfPort } from '@manabi/kit/postgres/port';
import { Problem } from '@manabi/kit/problem';
import { Portal } from '@manabi/portal/portal';

import { deliveriesPath } from '../delivery/delivery-link.js';
import { answerForm } from '../form/form-door.js';
import type { HubIssuer } from '../issuer/issuer.js';
import type { Delivering } from './deliver-into.js';
import { municipality } from './municipality.js';
import { portalGraph } from './portal-graph.js';

/** The one address of a city on one machine. */
export interface FrontDoor {
  readonly url: string;
  /** The public graph, as residents ask it. */
  readonly publicGateway: Gateway;
  /** Takes note that the data of a service have changed. */
  changed(service: string): void;
  /** Takes nothing new, lets what is in flight finish. */
  close(): Promise<void>;
}

/** What stands behind the door. */
export interface Behind {
  readonly port: number;
  /** The address by which others know the city; that of this machine unless said. */
  readonly address?: string | undefined;
  readonly publicGateway: Gateway;
  readonly departmentGateway: Gateway;
  /** Gives tokens to registered systems. */
  readonly issuer: HubIssuer;
  /** Takes departments' files and tells what became of them. */
  readonly deliveries: Pick<Delivering, 'answer'>;
}

/** Paths of the two graphs: `/graphql` is public, `/department/graphql` is everything, to those who may. */
export const paths = { public: '/graphql', department: '/department/graphql' } as const;

/** Milliseconds that requests in flight get to finish. */
const grace = 10_000;

/** What a resident reads where the door itself failed. */
const broken = '申し訳ありません。表示できませんでした。しばらくしてから、もう一度お試しください。';

/** Opens the address: the pages, the public graph and the departments' graph. Throws when the port is taken. */
export async function openFrontDoor(behind: Behind): Promise<FrontDoor> {
  const portal = new Portal({
    graph: portalGraph(behind.publicGateway),
    municipality: named,
    address: () => behind.address ?? urlOf(server),
  });
  const standing = { ...behind, portal };
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    answer(standing, request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end(broken);
    });
  };
  const connections = connectionSettings.parse({});
  // Node knows one time for all bodies, and a large delivery over a slow line needs more than a question.
  const server = guardedServer({ ...connections, requestTimeout: 0 }, (request, response) => {
    expectWhole(request, response, connections.requestTimeout);
    handle(request, response);
  });
  // Who asks before it sends a file is answered before it does: a refused file is not sent at all.
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (!isDelivery(request)) response.writeContinue();
    expectWhole(request, response, connections.requestTimeout);
    handle(request, response);
  });
  await listen(server, behind.port);
  return {
    url: urlOf(server),
    publicGateway: behind.publicGateway,
    changed: (service) => {
      behind.publicGateway.changed(service);
      behind.departmentGateway.changed(service);
      portal.changed();
    },
    close: () => close(server, behind),
  };
}

/** Proves that a port can be had, before anything is opened for it. Throws a Problem that names who has it. */
export async function provePort(port: number): Promise<void> {
  const server = createServer();
  await listen(server, port);
  await new Promise((resolve) => server.close(resolve));
}

/** True where a file is given in, whose body has times of its own. */
const isDelivery = ({ method, url }: IncomingMessage): boolean =>
  method === 'PUT' && url?.startsWith(`${deliveriesPath}/`) === true;

/**
 * Breaks a connection off on which a request has not come to its end after so many milliseconds; those of a delivery
 * are counted once it is answered: who takes it sees to it before.
 */
function expectWhole(
  request: IncomingMessage,
  response: ServerResponse,
  milliseconds: number,
): void {
  const begin = (): NodeJS.Timeout =>
    setTimeout(() => {
      if (!request.complete) request.destroy();
    }, milliseconds).unref();
  const timer = isDelivery(request) ? undefined : begin();
  response.once('close', () => {
    if (request.complete) clearTimeout(timer);
    else if (!timer) begin();
  });
}

function urlOf(server: Server): string {
  // A server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  return `http://localhost:${port}`;
}

/** The city as the standard sheets name it. */
const named = {
  code: municipality.municipalityCode,
  prefecture: municipality.prefectureName ?? '',
  city: municipality.municipalityName ?? '',
};

async function answer(
  behind: Behind & { readonly portal: Portal },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = request.url?.split('?')[0];
  if (path === paths.department) return behind.departmentGateway.handle(request, response);
  if (path === paths.public || path === '/health' || path === '/ready') {
    return behind.publicGateway.handle(request, response);
  }
  if (await behind.issuer.handle(request, response)) return;
  if (await answerForm(request, response)) return;
  if (await behind.deliveries.answer(request, response)) return;
  return behind.portal.answer(request, response);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(refusalOf(port, error) ?? error);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
}

function refusalOf(port: number, { code }: NodeJS.ErrnoException): Problem | undefined {
  if (code === 'EADDRINUSE') {
    return new Problem(
      'CONFLICT',
      `Port ${port} is taken by ${holderOfPort(port) ?? 'another program (perhaps a hub that runs already)'}. Stop it, or give another port: npm start -- --port ${port === 65_535 ? port - 1 : port + 1}.`,
    );
  }
  if (code !== 'EACCES') return undefined;
  return new Problem(
    'FORBIDDEN',
    `Port ${port} is kept for the administrator of this machine. Give a port from 1024 on: npm start -- --port 4000.`,
  );
}

async function close(server: Server, behind: Behind): Promise<void> {
  const gateways = [behind.publicGateway, behind.departmentGateway];
  const retire = (): void => {
    for (const gateway of gateways) gateway.retire();
  };
  // Whoever asks a city on one machine asks this machine: there is no other to be sent to first.
  await drain(server, { retire, notice: 0, grace });
  await Promise.all(gateways.map((gateway) => gateway.close()));
}
