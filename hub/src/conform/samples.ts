import {
  type FieldDefinitionNode,
  type GraphQLField,
  getNamedType,
  isAbstractType,
  isObjectType,
  isRequiredArgument,
  print,
} from 'graphql';

import type { Contract, EntityType } from './contract.js';
import { isObject } from './reply.js';
import type { Representation, Sample, Samples } from './sample.js';
import type { Subject } from './subject.js';

/** Keys of one type that are looked for. */
const wanted = 5;

/**
 * Finds entities that exist: those given, and those that the subgraph's own root fields list when they are asked
 * without arguments.
 */
export async function findSamples(
  subject: Subject,
  contract: Contract,
  given: ReadonlyMap<string, readonly Representation[]>,
): Promise<Samples> {
  const found = new Map<string, Representation[]>();
  for (const query of listingQueries(contract)) {
    const answer = await subject.ask(query).catch(() => undefined);
    for (const value of entitiesIn(answer?.data)) take(found, contract, value);
  }
  const samples = new Map<string, Sample>();
  for (const { name, keys } of contract.entities) {
    const keyed = new Set(keys.join(' ').match(/\w+/g));
    const knowsMore = contract.index
      .fields(name)
      .some(
        (field) =>
          !keyed.has(field.name.value) &&
          !leadsOn(contract, field) &&
          contract.index.uses(field, 'external').length === 0,
      );
    const own = found.get(name) ?? [];
    const told = (given.get(name) ?? []).map((key) => Object.assign({}, key, { __typename: name }));
    if (own.length + told.length === 0) continue;
    samples.set(name, { representations: [...told, ...own], isOwn: own.length > 0 && knowsMore });
  }
  return samples;
}

/** True for a field that only leads to other entities: who adds one need not know which of the holders exist. */
function leadsOn({ entities }: Contract, { type }: FieldDefinitionNode): boolean {
  const named = print(type).replaceAll(/[[\]!]/g, '');
  return entities.some(({ name }) => name === named);
}

/** A question for each root field that may lead to entities without being told anything. */
function listingQueries(contract: Contract): string[] {
  const fields = Object.values(contract.schema.getQueryType()?.getFields() ?? {});
  return fields
    .filter(({ name, args }) => !name.startsWith('_') && !args.some(isRequiredArgument))
    .flatMap((field) => {
      const selection = selectionOf(contract, field);
      return selection === undefined ? [] : [`{ ${field.name} ${selection} }`];
    });
}

function selectionOf(
  contract: Contract,
  { type }: GraphQLField<unknown, unknown>,
): string | undefined {
  const named = getNamedType(type);
  const own = keysOf(contract, named.name);
  if (own) return own;
  if (!isObjectType(named)) return undefined;
  const { edges, nodes } = named.getFields();
  const listed = nodes && keysOf(contract, getNamedType(nodes.type).name);
  if (listed) return `{ nodes ${listed} }`;
  const edge = edges && getNamedType(edges.type);
  const node = isObjectType(edge) ? edge.getFields()['node'] : undefined;
  const selected = node && keysOf(contract, getNamedType(node.type).name);
  return selected && `{ edges { node ${selected} } }`;
}

/** The keys of an entity, or of each entity that an interface or a union may be. */
function keysOf({ schema, entities }: Contract, name: string): string | undefined {
  const type = schema.getType(name);
  const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  const names = new Set(possible.map((each) => each?.name));
  const parts = entities.filter((entity) => names.has(entity.name)).map(fragmentOf);
  return parts.length > 0 ? `{ __typename ${parts.join(' ')} }` : undefined;
}

/** Selects what stands in all keys of a type. */
export function fragmentOf({ name, keys }: EntityType): string {
  return `... on ${name} { __typename ${keys.join(' ')} }`;
}

function* entitiesIn(value: unknown): Iterable<Record<string, unknown>> {
  if (Array.isArray(value)) for (const item of value) yield* entitiesIn(item);
  if (!isObject(value)) return;
  if (typeof value['__typename'] === 'string') yield value;
  for (const inner of Object.values(value)) yield* entitiesIn(inner);
}

function take(
  found: Map<string, Representation[]>,
  { entities }: Contract,
  value: Record<string, unknown>,
): void {
  const entity = entities.find(({ name }) => name === value['__typename']);
  if (!entity) return;
  const known = found.get(entity.name) ?? [];
  const representation = withoutNulls(value);
  const isKnown = known.some((each) => JSON.stringify(each) === JSON.stringify(representation));
  if (known.length < wanted && !isKnown) found.set(entity.name, [...known, representation]);
}

/** An entity may lack one of its keys, and is then known by the others. */
function withoutNulls(value: Record<string, unknown>): Representation {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null));
}
