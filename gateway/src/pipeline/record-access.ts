import type { AccessRecord } from '../access-record/access-record.js';
import type { Decisions } from '../access-record/protected-coordinates.js';
import type { KnownDocument } from '../supergraph/generation.js';
import type { RequestScope } from '../transport/transport.js';
import type { GraphAnswer } from './graph-answer.js';
import { digestOf } from '../trusted/trusted-documents.js';

/** Where a gateway writes down who asked for protected fields. */
export interface AccessRecording {
  readonly record: AccessRecord;
  readonly contract: 'public' | 'full';
}

const digests = new WeakMap<KnownDocument, string>();

/**
 * Writes down that protected fields are asked for, before they are. False when that is not possible and nothing
 * protected may be answered for that; the public graph holds nothing protected and goes on.
 */
export async function recordAccess(
  { record, contract }: AccessRecording,
  document: KnownDocument,
  { scope, decisions }: { scope: RequestScope; decisions: Decisions },
): Promise<boolean> {
  const { requestId, caller } = scope;
  let digest = digests.get(document);
  if (digest === undefined) {
    digest = digestOf(document.text);
    digests.set(document, digest);
  }
  const isWritten = await record.note({ requestId, contract, caller, document: digest, decisions });
  return isWritten || contract === 'public';
}

/** Writes down that a request that was to change something protected ended without anybody knowing whether it was done. */
export async function recordOutcome(
  { record }: AccessRecording,
  { requestId }: RequestScope,
  { errors = [] }: GraphAnswer,
): Promise<void> {
  if (!errors.some(({ extensions }) => extensions.code === 'OUTCOME_UNKNOWN')) return;
  await record.noteUnknown(requestId);
}
