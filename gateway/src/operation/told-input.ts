import type { RefusedInput } from '@manabi/kit/refused-input';
import type { FieldNode } from 'graphql';
import { expectedOf, remedyOf } from '../errors/input-words.js';
import type { ResponseError } from '../errors/gateway-error.js';
import { hiddenNames } from '../supergraph/hidden-names.js';
import {
  fieldsOf,
  possiblePlace,
  variablePlace,
  writtenPlace,
  type ArgumentPlace,
} from './argument-places.js';
import type { Variant } from './variant.js';

/** One argument that was not accepted, as a client is told of it. */
export interface ToldInput {
  /** Where the client wrote it, e.g. `filter.text`. */
  readonly argument: string;
  readonly reason: RefusedInput['reason'];
  readonly least?: number;
  readonly most?: number;
  /** What the reason and the bounds mean, in words. */
  readonly expected: string;
  /** What the schema says of the argument. */
  readonly description?: string;
}

/** Characters of a description that are told. */
const descriptionAtMost = 300;

/** Reasons that only mean something beside what the schema says of the argument. */
const describedReasons: ReadonlySet<string> = new Set(['MISSING', 'MALFORMED', 'UNKNOWN_VALUE']);

/** Reasons that may name an argument which the client left out. */
const reasonsOfMissing: ReadonlySet<string> = new Set(['MISSING', 'NOT_EXACTLY_ONE']);

/**
 * What a client is told of arguments that a department did not accept: only of those that the client wrote itself in
 * this field, or could have, and of its own variables; only in words of the gateway and of the schema that the client
 * sees. Undefined where none is left.
 */
export function toldInput(
  variant: Variant,
  { nodes, refused }: { nodes: readonly FieldNode[]; refused: readonly RefusedInput[] },
  variables: Readonly<Record<string, unknown>>,
): Pick<ResponseError, 'message' | 'extensions'> | undefined {
  const fields = fieldsOf(variant);
  const node = nodes.find((each) => fields.has(each));
  const field = node && fields.get(node);
  const placeOf = ({ argument, reason }: RefusedInput): ArgumentPlace | undefined => {
    if (argument.startsWith('$')) return variablePlace(variant, argument);
    if (!field) return undefined;
    const written = writtenPlace({ node, field }, variables, argument);
    return written ?? (reasonsOfMissing.has(reason) ? possiblePlace(field, argument) : undefined);
  };
  const told = refused.flatMap((each): ToldInput[] => {
    const place = placeOf(each);
    return place ? [inputAt(variant, place, each)] : [];
  });
  if (told.length === 0) return undefined;
  return { message: messageOf(told), extensions: { code: 'BAD_USER_INPUT', input: told } };
}

function inputAt(variant: Variant, place: ArgumentPlace, refused: RefusedInput): ToldInput {
  const { argument: _, ...why } = refused;
  const description = describedReasons.has(refused.reason) && openWords(variant, place.description);
  return {
    argument: place.path,
    ...why,
    expected: expectedOf(refused),
    ...(description && { description }),
  };
}

/** A description on one line and not too long; nothing of one that names what clients do not see. */
function openWords(
  { apiSchema, types }: Variant,
  description: string | undefined,
): string | undefined {
  const hidden = hiddenNames(apiSchema, types.schema);
  if (description?.match(/[_A-Za-z]\w*/g)?.some((word) => hidden.has(word))) return undefined;
  return description
    ?.replaceAll(/[\s\p{C}]+/gu, ' ')
    .trim()
    .slice(0, descriptionAtMost);
}

/** What happened, what was expected, and what to do, in one line. */
function messageOf(told: readonly ToldInput[]): string {
  const remedies = new Set<string>();
  const sentences = told.map((input) => {
    remedies.add(remedyOf(input));
    const words = input.description ? ` (${input.description.replace(/\.$/, '')})` : '';
    return `"${input.argument}" was not accepted: ${input.expected}${words}.`;
  });
  return [...sentences, ...remedies].join(' ');
}
