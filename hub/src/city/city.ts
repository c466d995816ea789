import { type Gateway, createGateway } from '@manabi/gateway/gateway';
import { Identity, type IdentityOptions } from '@manabi/gateway/identity/identity';
import type { Observation } from '@manabi/gateway/telemetry/observation';
import { readTrusted } from '@manabi/gateway/trusted/read-trusted';
import { type Listening, listenForChanges } from '@manabi/kit/feed/feed.listen';
import { newFeedEpoch } from '@manabi/kit/feed/feed.tables';
import type { Logger } from 'pino';

import { inTurn } from '../command/in-turn.js';
import { afterRestore } from '../database/restored.js';
import { documentFolders } from '../graph/document-folders.js';
import type { Home } from '../home/home.js';
import { cityKey } from '../home/keys.js';
import { believedIn } from '../issuer/believed.js';
import { HubIssuer } from '../issuer/issuer.js';
import { joinOwn } from '../own/join-own.js';
import { graphWith } from '../own/own-graph.js';
import type { OwnSubgraph } from '../own/own-subgraph.js';
import { plantCity } from '../plant/plant-city.js';
import { asBegun } from './as-begun.js';
import { type CityObservation, openCityObservation } from './city-observation.js';
import { type Databases, openDatabases } from './databases.js';
import { deliverInto } from './deliver-into.js';
import { departments } from './departments.js';
import { finishBrokenOff } from './finish-broken-off.js';
import { type FrontDoor, openFrontDoor } from './front-door.js';
import { gatewaySettingsOf, placesOf } from './gateway-settings.js';
import { pullInto } from './pull-into.js';
import { openInProcess } from './in-process.js';
import type { OpenedServices } from './opened.js';
import { openSeparately } from './separate.js';

/** How a city is to be run. */
export interface CityOptions {
  readonly home: Home;
  /** Port of the front door; 0 takes a free one. */
  readonly port: number;
  /** The address by which others know the city; `http://localhost:<port>` unless said. Its tokens name it as their issuer. */
  readonly address?: string;
  /** True to run every service as an HTTP process of its own. */
  readonly separate: boolean;
  /**
   * What the gateways let pass: in `development` (unless said) anybody asks anything, in `production` only the
   * documents of `schema/document`, and analysts others.
   */
  readonly mode?: 'development' | 'production';
  /** Subgraphs of departments' own that stand in the places of theirs. */
  readonly own?: readonly OwnSubgraph[];
  /** True to begin a real city, without the sample; one that began so goes on so. */
  readonly empty: boolean;
  /** Where an operator looks. */
  readonly observation?: CityObservation;
  readonly log: Logger;
  /** Receives sentences for the person who waits. */
  readonly progress: (sentence: string) => void;
  /** Once it is aborted nothing more is opened. */
  readonly signal?: AbortSignal;
}

/** A city that answers. */
export interface City {
  readonly door: FrontDoor;
  readonly services: OpenedServices;
  readonly databases: Databases;
  /** Address of `/metrics` without its path, if there is one. */
  readonly operatorUrl: string | undefined;
  /** Whether it is a real city, without the sample. */
  readonly empty: boolean;
  stop(): Promise<void>;
}

/**
 * Brings up the whole city on one machine. What was opened is closed again when a later step fails, or when the signal is
 * aborted meanwhile, whose reason it throws.
 */
export async function openCity(options: CityOptions): Promise<City> {
  const closing: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const close of closing.splice(0).toReversed()) await close();
  };
  const goOn = () => options.signal?.throwIfAborted();
  try {
    const names = departments.map(({ name }) => name);
    const databases = await openDatabases(options.home, names, options.progress);
    closing.push(() => databases.stop());
    goOn();
    const { empty } = await prepareDatabases(options, databases);
    goOn();
    databases.keepUp((error) => options.log.error({ err: error }, 'the database server ended'));
    const services = await openServices(options, databases);
    closing.push(() => services.stop());
    goOn();
    const pulling = pullInto(options, databases);
    closing.push(() => pulling.stop());
    let door: FrontDoor | undefined;
    const listening = listen(databases, names, (name) => {
      services.nudge(name);
      door?.changed(name);
    });
    closing.push(async () => {
      await Promise.all(listening.map((each) => each.stop()));
    });
    const observation = await openCityObservation(options.observation ?? {}, options);
    closing.push(() => observation.close());
    const opened = await openDoor({ options, databases, services, observation });
    door = opened;
    closing.push(() => opened.close());
    const { operatorUrl } = observation;
    return { door: opened, services, databases, operatorUrl, empty, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Brings the databases to where the services may open: restored ones begin a new epoch, imports are finished. */
async function prepareDatabases(
  options: CityOptions,
  databases: Databases,
): Promise<{ empty: boolean }> {
  const urlOf = (service: string) => databases.urlOf(service);
  const empty = await asBegun(urlOf('center'), options.empty);
  const waits = () =>
    options.progress('Another command writes into the city; this start waits for its end.');
  await plantCity({
    urlOf,
    empty,
    progress: options.progress,
    inTurn: (plant) => inTurn(urlOf('center'), waits, plant),
  });
  if (databases.cluster) {
    await afterRestore(options.home.folder, databases.cluster, async (client) => {
      await client.query(newFeedEpoch);
    });
  }
  const finished = await finishBrokenOff(urlOf);
  if (finished > 0)
    options.progress(`An import that was broken off was finished (${finished} parts).`);
  return { empty };
}

async function openServices(options: CityOptions, databases: Databases): Promise<OpenedServices> {
  const { own = [] } = options;
  const built = departments.filter(({ name }) => !own.some((each) => each.name === name));
  const running = {
    own,
    urlOf: (service: string) => databases.urlOf(service),
    cityKey: cityKey(options.home),
    onFailure: (service: string, error: unknown) =>
      options.log.error({ service, err: error }, 'a part failed'),
  };
  options.progress(
    options.separate
      ? `${built.length} services start, each a process of its own …`
      : `${built.length} services open …`,
  );
  const open = options.separate ? openSeparately : openInProcess;
  return joinOwn(await open(built, running), own);
}

function listen(
  databases: Databases,
  names: readonly string[],
  onChange: (service: string) => void,
): Listening[] {
  return names.map((name) => listenForChanges(databases.urlOf(name), () => onChange(name)));
}

/** What may be asked at each graph: what residents ask may be asked at both. */
const trustedAt = {
  public: [documentFolders.public],
  full: [documentFolders.public, documentFolders.department],
} as const;

/** What the door of a city needs of it. */
interface BehindTheDoor {
  readonly options: CityOptions;
  readonly databases: Databases;
  readonly services: OpenedServices;
  readonly observation: Observation;
}

/** Opens the door, and with it the taking of deliveries; closing it ends both. */
async function openDoor(behind: BehindTheDoor): Promise<FrontDoor> {
  const { home, port, log, address = `http://localhost:${port}` } = behind.options;
  const issuer = await HubIssuer.open(home, address, placesOf(home));
  const identity = believedIn(home, issuer, log);
  const deliveries = deliverInto({ home, log }, behind.databases, new Identity(identity));
  try {
    const { publicGateway, departmentGateway } = openGateways(behind, identity);
    const door = await openFrontDoor({
      port,
      address: behind.options.address,
      publicGateway,
      departmentGateway,
      issuer,
      deliveries,
    });
    const close = async (): Promise<void> => {
      await door.close();
      await deliveries.stop();
    };
    return { ...door, close };
  } catch (error) {
    await deliveries.stop();
    throw error;
  }
}

function openGateways(
  { options, services, observation }: BehindTheDoor,
  identity: IdentityOptions,
): Record<'publicGateway' | 'departmentGateway', Gateway> {
  const { telemetry, accessRecord, usageRecord } = observation;
  const { mode = 'development' } = options;
  const graph = graphWith(options.own ?? []);
  const settings = gatewaySettingsOf(options.home);
  const gatewayOf = (supergraphSdl: string, contract: 'public' | 'full') =>
    createGateway({
      introspection: mode === 'development',
      ...settings,
      tables: { timeZone: 'Asia/Tokyo', ...settings.tables },
      supergraphSdl,
      subgraphs: services.transports,
      heads: services.heads,
      contract,
      mode,
      trustedDocuments: readTrusted(trustedAt[contract]),
      identity,
      observer: telemetry,
      ...(accessRecord && { accessRecord }),
      ...(usageRecord && { usageRecord }),
      log: options.log.child({ contract }),
    });
  return {
    publicGateway: gatewayOf(graph.public, 'public'),
    departmentGateway: gatewayOf(graph.supergraph, 'full'),
  };
}
