import {
  type GraphQLSchema,
  OverlappingFieldsCanBeMergedRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';

import { type Change, isBreaking } from './change.js';
import { feels, touchedBy } from './touched.js';

/** A document that somebody asks, and what is known of them. */
export interface KnownOperation {
  /** Which of the two graphs it is asked of. */
  readonly contract: string;
  /** Its text, or its shape as the record of use keeps it. */
  readonly text: string;
  /** The document, in words: the name of its operation or file, and the beginning of its digest. */
  readonly document: string;
  /** Who asks it; none where it is trusted and nobody has asked it yet. */
  readonly askers: readonly Asker[];
}

/** Who asks a document, how often and since when (ISO 8601). */
export interface Asker {
  readonly name: string;
  readonly times: number;
  readonly since: string;
  readonly last: string;
}

/** One graph before and after. */
export interface ComparedGraph {
  readonly before: GraphQLSchema;
  readonly after: GraphQLSchema;
  readonly changes: readonly Change[];
}

/** What a document would meet. */
export interface OperationFinding {
  readonly operation: KnownOperation;
  /** What would break it: changes at places it touches, and what the graph would say of it. */
  readonly broken: readonly (Change | string)[];
  /** What may surprise a program that reads its answers. */
  readonly dangerous: readonly Change[];
}

// A shape has no aliases, which may be all that kept two fields apart.
const rules = specifiedRules.filter((rule) => rule !== OverlappingFieldsCanBeMergedRule);

/** Finds what a change of its graph would do to a document; undefined where it would do nothing, or was asked in vain before. */
export function checkOperation(
  operation: KnownOperation,
  { before, after, changes }: ComparedGraph,
): OperationFinding | undefined {
  const document = parse(operation.text, { noLocation: true });
  if (validate(before, document, rules).length > 0) return undefined;
  const touched = touchedBy(document, before);
  const felt = changes.filter((change) => feels(touched, change));
  const breaking = felt.filter(isBreaking);
  const refused = validate(after, document, rules, { hideSuggestions: true });
  const broken = breaking.length > 0 ? breaking : refused.map(({ message }) => message);
  const dangerous = felt.filter((change) => !isBreaking(change));
  if (broken.length === 0 && dangerous.length === 0) return undefined;
  return { operation, broken, dangerous };
}
