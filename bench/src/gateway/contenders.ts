import { fileURLToPath } from 'node:url';
import type { Started } from './measured-process.js';

/** Something that answers the workload. */
export interface Contender {
  readonly name: string;
  readonly about: string;
  /** Whether its answers must equal ours; the limit puts together what it does not read. */
  readonly isEqual: boolean;
  start(about: Surroundings): Started;
}

/** What the contenders stand on. */
export interface Surroundings {
  readonly supergraphSdl: string;
  readonly subgraphs: readonly { readonly name: string; readonly sdl: string }[];
  readonly urls: Readonly<Record<string, string>>;
  /** Address of the process that holds all subgraphs. */
  readonly url: string;
  readonly waves: Readonly<Record<string, unknown>>;
  /** The documents that are asked. */
  readonly documents: readonly string[];
  readonly issuer: string;
  readonly keys: unknown;
  /** A token that is sent with every request; only ours looks at it. */
  readonly token: string;
}

const built = (name: string): string =>
  fileURLToPath(new URL(`contender/${name}.js`, import.meta.url));

/** The folder of the other gateways, a package of its own. */
export const peersFolder = fileURLToPath(new URL('../../peers', import.meta.url));

/** As `docs/configuration.md` starts a gateway. */
const youngMemory = ['--max-semi-space-size=16'];

const ours = (
  name: string,
  about: string,
  options: { sharing?: boolean; inProcess?: boolean },
): Contender => ({
  name,
  about,
  isEqual: true,
  start: ({ supergraphSdl, urls, url, documents, issuer, keys }) => ({
    script: built('ours'),
    told: {
      supergraphSdl,
      urls,
      issuer,
      keys,
      documents,
      traces: `${url}/traces`,
      sharing: false,
      inProcess: false,
      ...options,
    },
    core: 'measured',
    nodeOptions: youngMemory,
  }),
});

const peer = (name: string, about: string, run: { file: string; planner?: string }): Contender => ({
  name,
  about,
  isEqual: true,
  start: ({ supergraphSdl, subgraphs, urls }) => ({
    script: `${peersFolder}/${run.file}.mjs`,
    told: { supergraphSdl, subgraphs, urls, planner: run.planner },
    core: 'measured',
  }),
});

const limit: Contender = {
  name: 'limit',
  about: 'an outer bound: node:http and undici making the same calls, bodies known, answers unread',
  isEqual: false,
  start: ({ url, waves }) => ({ script: built('limit'), told: { url, waves }, core: 'measured' }),
};

/** The hand-written server, which every other figure is a share of. */
export const byHand: Contender = {
  name: 'by-hand',
  about:
    'the hand-written server: node:http and undici, written for these two documents, the same calls, an equal answer',
  isEqual: true,
  start: ({ url }) => ({ script: built('by-hand'), told: { url }, core: 'measured' }),
};

/** Ours and the others, in the order in which they take turns. */
export const contenders: readonly Contender[] = [
  byHand,
  limit,
  ours('ours', 'ours over HTTP, everything on, equal questions asked each time', {}),
  ours('ours-sharing', 'the same, equal questions under way sent once', { sharing: true }),
  ours('ours-in-process', 'the same, the subgraphs executing GraphQL in its process', {
    inProcess: true,
  }),
  peer('hive-rust', 'Hive Gateway with its Rust planner', { file: 'hive', planner: 'rust' }),
  peer('hive', 'Hive Gateway', { file: 'hive' }),
  peer('apollo', 'Apollo Server with Apollo Gateway', { file: 'apollo' }),
  peer('mercurius', 'Mercurius gateway', { file: 'mercurius/mercurius' }),
];
