import {
  GraphQLError,
  MaxIntrospectionDepthRule,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type ValidationRule,
} from 'graphql';
import type { ErrorCode } from '../errors/codes.js';
import { RequestRefused, responseErrors } from '../errors/gateway-error.js';
import { refuseLargeDocument } from '../guard/document-limits.js';
import { refuseOver, type Limits } from '../guard/limits.js';
import { operationsOf } from '../operation/client-operation.js';
import type { Generation, KnownDocument } from '../supergraph/generation.js';
import type { Caller } from '../identity/caller.js';

/** What a document may be. */
export interface DocumentRules {
  /** Who may ask documents that are not trusted. */
  adHoc: ReadonlySet<Caller['role']>;
  /** Whether `__schema` and `__type` may be asked. */
  introspection: boolean;
  limits: Limits;
}

/** Refuses kinds of operations that the graph does not have: the rules of the specification pass over them. */
const knownOperationTypes: ValidationRule = (context) => ({
  OperationDefinition(node) {
    if (context.getSchema().getRootType(node.operation)) return;
    const refusal = `This graph has no ${node.operation}; ask a query.`;
    context.reportError(new GraphQLError(refusal, { nodes: node }));
  },
});

// Our own limits count how deep the schema is asked about, and say so in numbers.
const withoutDepth = specifiedRules.filter((rule) => rule !== MaxIntrospectionDepthRule);
const allRules = [...withoutDepth, knownOperationTypes];

/**
 * Parses and validates a document, or gives the one known by the same text; throws RequestRefused, first of
 * all when the document is not trusted and its asker may ask no other.
 */
export function documentOf(
  generation: Generation,
  { text, caller }: { text: string; caller: Caller },
  rules: DocumentRules,
): KnownDocument {
  const known = generation.documents.get(text);
  if (!rules.adHoc.has(caller.role) && !(known?.isTrusted ?? generation.trusted.has(text))) {
    throw notTrusted();
  }
  if (known) return known;
  refuseOver(rules.limits, 'documentBytes', Buffer.byteLength(text));
  const document = parsed(text, rules.limits);
  refuseLargeDocument(document, rules.limits);
  const errors = validate(
    generation.apiSchema,
    document,
    rules.introspection ? allRules : [...allRules, NoSchemaIntrospectionCustomRule],
    // A suggestion would name what a client was not told of.
    { maxErrors: 20, hideSuggestions: true },
  );
  if (errors.length > 0) throw refused('VALIDATION_FAILED', errors);
  return generation.know(text, operationsOf(document));
}

function notTrusted(): RequestRefused {
  return new RequestRefused(
    'DOCUMENT_NOT_TRUSTED',
    'This document is none of the trusted ones, and this caller may ask no other; have it added to them first.',
  );
}

function parsed(text: string, limits: Limits): DocumentNode {
  try {
    return parse(text, { maxTokens: limits.tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw tooDeep(error);
    // The parser stops there and does not count on.
    if (error.message.includes('Parsing aborted')) refuseOver(limits, 'tokens', limits.tokens + 1);
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
