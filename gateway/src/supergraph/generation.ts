import { buildASTSchema, Kind, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Cost } from '../guard/cost.js';
import type { ClientOperation } from '../operation/client-operation.js';
import type { CompiledOperation } from '../operation/compiled-operation.js';
import { hivePlanner } from '../plan/hive-planner.js';
import type { Planner } from '../plan/planner.js';
import { remembering } from '../plan/remembered-plans.js';
import { Askers } from '../trusted/askers.js';
import { TrustedDocuments } from '../trusted/trusted-documents.js';
import { apiSchemaOf } from './api-schema.js';
import type { Requirements } from './requirements.js';
import { ServiceTypes } from './service-types.js';
import { SupergraphTypes } from './supergraph-types.js';
import { unservable } from './unservable.js';
import { Weights } from './weights.js';

/** A client's document that was parsed and found valid. */
export interface KnownDocument {
  readonly text: string;
  readonly operations: ReadonlyMap<string, ClientOperation>;
  /** Tells this document from every other of its generation, and is shorter than its text. */
  readonly number: number;
  /** What its operations cost, by name and conditions. */
  readonly costs: Map<string, Cost>;
  /** Whether it may be asked by those who may ask trusted documents only. */
  readonly isTrusted: boolean;
}

/** Bytes, as estimated, that each of the two caches of one generation may hold. */
export interface CacheLimits {
  documents: number;
  operations: number;
}

/** What a generation has that does not follow from its supergraph. */
export interface Inherited {
  trusted?: TrustedDocuments;
  /** Who asked the generation before. */
  askers?: Askers;
}

/** Everything that follows from one supergraph; a reload replaces it whole, and requests under way keep theirs. */
export class Generation {
  readonly trusted: TrustedDocuments;
  readonly apiSchema: GraphQLSchema;
  readonly types: SupergraphTypes;
  readonly serviceTypes: ServiceTypes;
  readonly requirements: Requirements;
  readonly weights: Weights;
  readonly planner: Planner;
  readonly documents: LRUCache<string, KnownDocument>;
  readonly operations: LRUCache<string, CompiledOperation>;
  /** Operations being compiled, so that a rush for one compiles it once. */
  readonly compiling = new Map<string, Promise<CompiledOperation>>();
  /** Who asked for what is planned ahead in the next generation. */
  readonly askers: Askers;
  #documentsKnown = 0;

  constructor(
    readonly supergraphSdl: string,
    limits: CacheLimits,
    { trusted = new TrustedDocuments([]), askers }: Inherited = {},
  ) {
    this.trusted = trusted;
    this.askers = new Askers(askers);
    const supergraph = parsedSupergraph(supergraphSdl);
    const lenient = { assumeValid: true, assumeValidSDL: true };
    this.apiSchema = apiSchemaOf(supergraph);
    this.types = new SupergraphTypes(buildASTSchema(supergraph, lenient), supergraph);
    this.serviceTypes = new ServiceTypes(supergraph);
    this.requirements = this.types.requirements;
    this.weights = new Weights(supergraph, this.types.schema);
    this.planner = remembering(hivePlanner(supergraphSdl, this.types), limits.operations / 4);
    this.documents = new LRUCache({
      maxSize: limits.documents,
      sizeCalculation: ({ text }) => 1024 + text.length * 24,
    });
    this.operations = new LRUCache({
      maxSize: limits.operations,
      sizeCalculation: ({ bytes }) => bytes,
    });
  }

  /** Keeps a document that was found valid. */
  know(text: string, operations: KnownDocument['operations']): KnownDocument {
    const document = {
      text,
      operations,
      number: this.#documentsKnown++,
      costs: new Map(),
      isTrusted: this.trusted.has(text),
    };
    this.documents.set(text, document);
    return document;
  }
}

/** Parses a supergraph. Throws when it is none: any other schema could be read, and nobody would answer for it. */
function parsedSupergraph(sdl: string): DocumentNode {
  const document = parse(sdl, { noLocation: true });
  const namesSubgraphs = document.definitions.some(
    (node) => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'join__Graph',
  );
  if (!namesSubgraphs) {
    throw new Error('This is a schema but no supergraph: it names no subgraph. Compose it first.');
  }
  const problems = unservable(document);
  if (problems.length === 0) return document;
  throw new Error(`This supergraph cannot be served: ${problems.join(' ')}`);
}
