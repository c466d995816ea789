import { TypeInfo, visit, visitWithTypeInfo, type OperationDefinitionNode } from 'graphql';
import { HttpRefused } from '../errors/http-refused.js';
import type { ClientOperation } from '../operation/client-operation.js';
import type { Generation } from '../supergraph/generation.js';

/**
 * The tag of a field that is asked in the body of a request only: what it is given tells of a person, and addresses
 * stand in logs, histories and the headers of other requests.
 */
export const inBodyTag = 'in-body';

/** Coordinates of such fields by operation; an operation asks for the same ones each time. */
const known = new WeakMap<OperationDefinitionNode, string | undefined>();

/** Refuses an operation that came in an address and asks for what is asked in a body only. Throws HttpRefused 405. */
export function refuseInAddress(generation: Generation, operation: ClientOperation): void {
  const { definition } = operation;
  if (!known.has(definition)) known.set(definition, coordinateIn(generation, operation));
  const coordinate = known.get(definition);
  if (coordinate === undefined) return;
  throw new HttpRefused(
    405,
    `What ${coordinate} is given tells of a person and must not stand in an address; send this operation by POST.`,
    { allow: 'POST' },
  );
}

/** The first field of an operation that is asked in a body only. */
function coordinateIn(
  { types }: Generation,
  { definition, fragments }: ClientOperation,
): string | undefined {
  const info = new TypeInfo(types.schema);
  let coordinate: string | undefined;
  const reader = visitWithTypeInfo(info, {
    Field({ name: { value: name } }) {
      const type = info.getParentType()?.name;
      if (type !== undefined && types.tags.has(type, name, inBodyTag))
        coordinate ??= `${type}.${name}`;
    },
  });
  for (const node of [definition, ...fragments.values()]) visit(node, reader);
  return coordinate;
}
