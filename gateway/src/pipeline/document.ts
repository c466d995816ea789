import {
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type ValidationRule,
} from 'graphql';
import type { ErrorCode } from '../errors/codes.js';
import { RequestRefused, responseErrors } from '../errors/gateway-error.js';
import { operationsOf } from '../operation/client-operation.js';
import type { Generation, KnownDocument } from '../supergraph/generation.js';

/** What a document may be. */
export interface DocumentRules {
  /** Whether `__schema` and `__type` may be asked. */
  introspection: boolean;
  /** Tokens of one document at most. */
  tokens: number;
}

/** Refuses kinds of operations that the graph does not have: the rules of the specification pass over them. */
const knownOperationTypes: ValidationRule = (context) => ({
  OperationDefinition(node) {
    if (context.getSchema().getRootType(node.operation)) return;
    const refusal = `This graph has no ${node.operation}; ask a query.`;
    context.reportError(new GraphQLError(refusal, { nodes: node }));
  },
});

const allRules = [...specifiedRules, knownOperationTypes];

/** Parses and validates a document, or gives the one known by the same text; throws RequestRefused. */
export function documentOf(
  generation: Generation,
  text: string,
  rules: DocumentRules,
): KnownDocument {
  const known = generation.documents.get(text);
  if (known) return known;
  const document = parsed(text, rules.tokens);
  const errors = validate(
    generation.apiSchema,
    document,
    rules.introspection ? allRules : [...allRules, NoSchemaIntrospectionCustomRule],
    // A suggestion would name what a client was not told of.
    { maxErrors: 20, hideSuggestions: true },
  );
  if (errors.length > 0) throw refused('VALIDATION_FAILED', errors);
  const valid = { text, operations: operationsOf(document) };
  generation.documents.set(text, valid);
  return valid;
}

function parsed(text: string, maxTokens: number): DocumentNode {
  try {
    return parse(text, { maxTokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw tooDeep(error);
    const isLimit = error.message.includes('Parsing aborted');
    if (isLimit) {
      throw new RequestRefused(
        'LIMIT_EXCEEDED',
        `The document has more than the ${maxTokens} tokens allowed; send it in parts.`,
      );
    }
    throw refused('PARSE_FAILED', [error]);
  }
}

function tooDeep(cause: unknown): RequestRefused {
  const refusal = new RequestRefused(
    'LIMIT_EXCEEDED',
    'The document is nested too deeply to be read; send it in parts.',
  );
  refusal.cause = cause;
  return refusal;
}

function refused(code: ErrorCode, errors: readonly GraphQLError[]): RequestRefused {
  return new RequestRefused(code, responseErrors(code, errors));
}
