import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  type FieldNode,
  type GraphQLOutputType,
  type SelectionSetNode,
} from 'graphql';
import { fieldsOfType } from '../operation/fields-of-type.js';
import type { Variant } from '../operation/variant.js';
import { kindOfLeaf, type CellKind } from './cell-kind.js';

/** One response key of an operation with all that may stand there, whatever the type of the object that holds it. */
export interface SelectedField {
  readonly key: string;
  /** One of the places in the document that ask for it. */
  readonly node: FieldNode;
  /** Lists within lists that stand there. */
  readonly lists: number;
  /** What a leaf is; undefined for objects. */
  readonly leaf: CellKind | undefined;
  readonly below: readonly SelectedField[];
  /** Whether the caller may not see it, of some type at least. */
  readonly isWithheld: boolean;
}

/** What is selected of objects, by the name of the type that is declared to stand there. */
type Places = ReadonlyMap<string, ReadonlySet<SelectionSetNode>>;

interface Gathered {
  readonly node: FieldNode;
  type: GraphQLOutputType | undefined;
  readonly places: Map<string, Set<SelectionSetNode>>;
  isWithheld: boolean;
}

/** The response keys of an operation as a tree: what is asked of several types of one place stands there together. */
export function selectedFields(variant: Variant): readonly SelectedField[] {
  const { definition } = variant.operation;
  const root = variant.apiSchema.getRootType(definition.operation);
  if (!root) return [];
  return fieldsAt(variant, new Map([[root.name, new Set([definition.selectionSet])]]));
}

function fieldsAt(variant: Variant, places: Places): SelectedField[] {
  const gathered = new Map<string, Gathered>();
  for (const [place, sets] of places) {
    for (const name of typesAt(variant, place)) gather(variant, { name, sets }, gathered);
  }
  return [...gathered].map(([key, { node, type, places, isWithheld }]) => ({
    key,
    node,
    lists: type ? listsIn(type) : 0,
    leaf: leafIn(type),
    below: places.size > 0 ? fieldsAt(variant, places) : [],
    isWithheld,
  }));
}

function gather(
  variant: Variant,
  { name, sets }: { name: string; sets: ReadonlySet<SelectionSetNode> },
  gathered: Map<string, Gathered>,
): void {
  const { apiSchema, permissions } = variant;
  const type = apiSchema.getType(name);
  const known = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
  const isTypeDenied = permissions.typeDenial(name) !== undefined;
  for (const [key, nodes] of fieldsOfType(variant, name, [...sets])) {
    const [node] = nodes;
    const fieldName = node?.name.value ?? '';
    const field = known[fieldName];
    if (!node || (!field && fieldName !== '__typename')) continue;
    const found = gathered.get(key) ?? {
      node,
      type: undefined,
      places: new Map(),
      isWithheld: false,
    };
    gathered.set(key, found);
    found.isWithheld ||= isTypeDenied || permissions.selectionDenial(name, node) !== undefined;
    found.type ??= field?.type;
    if (field) addPlace(found.places, getNamedType(field.type).name, nodes);
  }
}

function addPlace(
  places: Map<string, Set<SelectionSetNode>>,
  name: string,
  nodes: readonly FieldNode[],
): void {
  for (const { selectionSet } of nodes) {
    if (!selectionSet) continue;
    const sets = places.get(name) ?? new Set();
    places.set(name, sets.add(selectionSet));
  }
}

/** The types whose data may stand at a place; an interface's own too, for data that know no more of their type. */
function typesAt({ apiSchema }: Variant, place: string): readonly string[] {
  const type = apiSchema.getType(place);
  if (!isAbstractType(type)) return [place];
  const possible = apiSchema.getPossibleTypes(type).map(({ name }) => name);
  return isInterfaceType(type) ? [place, ...possible] : possible;
}

function listsIn(type: GraphQLOutputType): number {
  const nullable = getNullableType(type);
  return isListType(nullable) ? 1 + listsIn(nullable.ofType) : 0;
}

function leafIn(type: GraphQLOutputType | undefined): CellKind | undefined {
  if (!type) return 'text';
  const named = getNamedType(type);
  return isLeafType(named) ? kindOfLeaf(named) : undefined;
}
