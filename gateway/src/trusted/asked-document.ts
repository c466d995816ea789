import { isFields } from '../execute/fields.js';
import { RequestRefused } from '../errors/gateway-error.js';
import { HttpRefused } from '../errors/http-refused.js';
import { digestOf, type TrustedDocuments } from './trusted-documents.js';

const identifier = /^(?:sha256:)?([0-9a-f]{64})$/;

/**
 * The text of the document that a request asks: the one it sends, or the trusted one it names by `documentId`
 * or by `extensions.persistedQuery.sha256Hash`. Throws HttpRefused when it does neither or contradicts itself,
 * RequestRefused when it names one that is not known.
 */
export function askedDocument(value: Record<string, unknown>, trusted: TrustedDocuments): string {
  const { query, documentId, extensions } = value;
  const digest = namedDigest(documentId) ?? namedDigest(persistedHash(extensions));
  if (query !== null && query !== undefined) {
    if (typeof query !== 'string' || query === '') throw noDocument();
    if (digest === undefined || digest === digestOf(query)) return query;
    throw new HttpRefused(
      400,
      'The document that is sent is another than the one that is named; send one of the two.',
    );
  }
  if (digest === undefined) throw noDocument();
  const text = trusted.text(digest);
  if (text !== undefined) return text;
  throw new RequestRefused(
    'DOCUMENT_NOT_TRUSTED',
    'No trusted document has this identifier; have the document added to the trusted ones first.',
  );
}

function noDocument(): HttpRefused {
  return new HttpRefused(
    400,
    'The request has no document; send its text as `query`, or name a trusted one by `documentId`.',
  );
}

function namedDigest(named: unknown): string | undefined {
  if (named === null || named === undefined) return undefined;
  const [, digest] = identifier.exec(typeof named === 'string' ? named : '') ?? [];
  if (digest !== undefined) return digest;
  throw new HttpRefused(
    400,
    'A document is named by "sha256:" and the 64 hexadecimal digits of its text\'s digest.',
  );
}

function persistedHash(extensions: unknown): unknown {
  const persisted = isFields(extensions) ? extensions['persistedQuery'] : undefined;
  return isFields(persisted) ? persisted['sha256Hash'] : undefined;
}
