import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionNode } from 'graphql';

/** What of a page of opportunities is asked for, as far as it decides what has to be read. */
export interface AskedParts {
  /** Whether how many there are matters. */
  readonly isCounted: boolean;
  /** Whether anything of the index's own copy is asked for, and not only the owner and the venue. */
  readonly hasCopies: boolean;
  /** Whether it is asked, beside what was found, how far each department was read. */
  readonly hasReadings: boolean;
}

/** Fields of an edge that need nothing of what its department told. */
const ofPlaces: ReadonlySet<string> = new Set(['cursor', 'kind', 'node', 'venue', '__typename']);
const ofPages: ReadonlySet<string> = new Set(['edges', 'pageInfo', 'readings', '__typename']);
const ofReadings: ReadonlySet<string> = new Set(['readings', '__typename']);

/** What a question asks of the page that it is about; everything where it is written with fragments. */
export function askedParts({ fieldNodes }: Pick<GraphQLResolveInfo, 'fieldNodes'>): AskedParts {
  const fields = fieldsBelow(fieldNodes);
  const edges = fields && fieldsBelow(fields.filter(({ name }) => name.value === 'edges'));
  return {
    isCounted: !areWithin(fields, ofPages),
    hasCopies: !areWithin(edges, ofPlaces),
    hasReadings:
      !areWithin(fields, ofReadings) &&
      (fields?.some(({ name }) => name.value === 'readings') ?? false),
  };
}

/** Fields of a venue that need nothing but where it is and what it is called. */
const ofWhere: ReadonlySet<string> = new Set([
  'code',
  'name',
  'address',
  'point',
  'schoolDistrict',
  '__typename',
]);
const whereOnly = new WeakMap<readonly FieldNode[], boolean>();

/** Whether of a venue only its name and place are asked for; worked out once for a question. */
export function asksWhereOnly({ fieldNodes }: Pick<GraphQLResolveInfo, 'fieldNodes'>): boolean {
  const known = whereOnly.get(fieldNodes);
  if (known !== undefined) return known;
  const isOnly = areWithin(fieldsBelow(fieldNodes), ofWhere);
  whereOnly.set(fieldNodes, isOnly);
  return isOnly;
}

const areWithin = (fields: readonly FieldNode[] | undefined, known: ReadonlySet<string>): boolean =>
  fields?.every(({ name }) => known.has(name.value)) ?? false;

/** The fields selected of some; undefined where fragments are among them. */
function fieldsBelow(nodes: readonly FieldNode[]): FieldNode[] | undefined {
  const selected = nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
  return selected.every(isField) ? selected : undefined;
}

const isField = (node: SelectionNode): node is FieldNode => node.kind === Kind.FIELD;
