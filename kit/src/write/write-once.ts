import { createHash } from 'node:crypto';

import type { EntityManager } from '@mikro-orm/postgresql';

import type { Caller, Context } from '../context.js';
import { refusedInput } from '../refused-input.js';
import type { WriteInput } from './write.input.js';

/** A write was carried out on the record with this id, now or when the same request came before. */
export class Written {
  constructor(readonly id: string) {}
}

/** One request to write: the mutation's name and its input. */
export interface WriteRequest {
  readonly verb: string;
  readonly input: WriteInput;
}

/**
 * Carries out a write in one transaction, once for each caller and key: the same request again does nothing and gives
 * the same record. A refusal is not remembered, so what was refused may be tried again with its key. Throws
 * BAD_USER_INPUT when the key was used for another request. What the request had read before is read anew after it.
 */
export async function writeOnce<Refused extends object>(
  context: Pick<Context, 'em' | 'loaders' | 'caller'>,
  request: WriteRequest,
  work: (em: EntityManager) => Promise<Written | Refused>,
): Promise<Written | Refused> {
  const receipt = receiptOf(context.caller, request);
  const answer = await context.em.fork().transactional(async (em) => {
    // Two that come at once with one key take turns: the second finds the receipt of the first.
    await em.execute(`select pg_advisory_xact_lock(hashtext('write_receipt'), hashtext(?))`, [
      receipt.caller + receipt.key,
    ]);
    const before = await writtenBefore(em, receipt);
    if (before) return before;
    const done = await work(em);
    if (done instanceof Written) await leave(em, receipt, done);
    return done;
  });
  context.em.clear();
  context.loaders.forget();
  return answer;
}

interface Receipt {
  readonly caller: string;
  readonly key: string;
  readonly verb: string;
  readonly request: string;
}

function receiptOf(caller: Caller, { verb, input }: WriteRequest): Receipt {
  const who = [caller.role, caller.client ?? '', caller.subject ?? ''];
  return {
    caller: digest(JSON.stringify(who)),
    key: digest(input.idempotencyKey.toLowerCase()),
    verb,
    request: digest(JSON.stringify(input)),
  };
}

async function writtenBefore(em: EntityManager, receipt: Receipt): Promise<Written | undefined> {
  const [row] = await em.execute<{ verb: string; request: string; record_id: string }[]>(
    `select verb, request, record_id from write_receipt where caller = ? and key = ?`,
    [receipt.caller, receipt.key],
  );
  if (!row) return undefined;
  if (row.verb === receipt.verb && row.request === receipt.request)
    return new Written(row.record_id);
  throw refusedInput(
    `This "idempotencyKey" was used for another request ("${row.verb}"). Send a new UUID with each new request.`,
    { argument: 'idempotencyKey', reason: 'USED_BEFORE' },
  );
}

async function leave(em: EntityManager, receipt: Receipt, { id }: Written): Promise<void> {
  const { caller, key, verb, request } = receipt;
  await em.execute(
    `insert into write_receipt (caller, key, verb, request, record_id) values (?, ?, ?, ?, ?)`,
    [caller, key, verb, request, id],
  );
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
