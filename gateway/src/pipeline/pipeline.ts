import { RequestRefused } from '../errors/gateway-error.js';
import { HttpRefused } from '../errors/http-refused.js';
import { forLongPages } from '../guard/limits.js';
import { refuseInAddress } from '../guard/in-body.js';
import type { CompiledOperation } from '../operation/compiled-operation.js';
import type { Generation } from '../supergraph/generation.js';
import type { KnownDepartments } from '../transport/known-departments.js';
import type { RequestScope } from '../transport/transport.js';
import { documentOf, type DocumentRules } from './document.js';
import { execute, executeForData } from './execute.js';
import { explained, explanationOf } from './explain.js';
import { guard } from './guard.js';
import { permittedPlan } from './permitted-plan.js';
import type { GraphAnswer } from './graph-answer.js';
import { project, projected } from './project.js';
import type { GraphRequest } from './receive.js';
import { recordOutcome, type AccessRecording } from './record-access.js';
import type { CountedRequest, UsageRecord } from '../usage/usage-record.js';

/** What holds for every request of one gateway. */
export interface PipelineRules extends DocumentRules {
  /** Whether anybody may have an answer explained; else only who holds the scope for it. */
  isExplainedToAll: boolean;
}

/** What a gateway answers requests with. */
export interface Serving {
  rules: PipelineRules;
  departments: KnownDepartments;
  /** Where it is written down who asked for protected fields. */
  recording?: AccessRecording | undefined;
  /** Where it is counted who uses which fields. */
  counting?: { readonly record: UsageRecord; readonly contract: string } | undefined;
}

/** One request on its way: what it asks, who asks and until when, and whether it may write. */
export interface AskedRequest {
  request: GraphRequest;
  scope: RequestScope;
  /** Refuses what a GET may not do. */
  isReadOnly: boolean;
  /** Whether the answer's data are worked with, and its text is not wanted. */
  asData?: boolean;
  /** Told what the operation costs before it is planned; rejects when that is too much. */
  spend?: (cost: number) => void | Promise<void>;
}

/** A request that may be executed: its operation compiled for its caller, its variables in form. */
export interface ReadyRequest {
  compiled: CompiledOperation;
  variables: Readonly<Record<string, unknown>>;
  /** What it costs to answer once. */
  cost: number;
  /** Counts its answer, where that is counted. */
  counted?: CountedRequest | undefined;
}

/** The steps of a request after it was received and its sender identified; throws what ends it early. */
export async function answerTo(
  asked: AskedRequest,
  generation: Generation,
  serving: Serving,
): Promise<GraphAnswer> {
  const ready = await readied(asked, generation, serving);
  refuseSubscribing(ready.compiled);
  return answerOnce(asked, ready, serving);
}

/** The steps of a request that come before its execution, whatever it is; throws what ends it early. */
export async function readied(
  { request, scope, isReadOnly, spend }: AskedRequest,
  generation: Generation,
  { rules, recording, counting }: Pick<Serving, 'rules' | 'recording' | 'counting'>,
): Promise<ReadyRequest> {
  const document = documentOf(generation, { text: request.query, caller: scope.caller }, rules);
  const limits = scope.longPages ? forLongPages(rules.limits) : rules.limits;
  const guarded = guard(generation, document, { request, limits });
  if (isReadOnly) {
    refuseWriting(guarded.operation.definition.operation);
    refuseInAddress(generation, guarded.operation);
  }
  await spend?.(guarded.cost);
  const { record } = scope;
  record?.understood(document, guarded);
  const compiled = await permittedPlan(generation, document, { guarded, scope, recording });
  record?.ended('plan');
  const { caller } = scope;
  const counted = counting?.record.asked({
    contract: counting.contract,
    document,
    compiled,
    caller,
  });
  return { compiled, variables: guarded.variables, cost: guarded.cost, counted };
}

/** The steps of a request that is ready and is answered once. */
export async function answerOnce(
  { request, scope, asData = false }: Pick<AskedRequest, 'request' | 'scope' | 'asData'>,
  { compiled, variables, counted }: ReadyRequest,
  { rules, departments, recording }: Serving,
): Promise<GraphAnswer> {
  const { record } = scope;
  const executed = await execute(compiled, variables, { scope, departments, asData });
  record?.ended('execute');
  const lastGoodAt = (service: string): Date | undefined => departments.lastGoodAt(service);
  const answer = (asData ? projected : project)(compiled, executed, lastGoodAt);
  record?.ended('project');
  counted?.answered(answer, () => executed.run.data);
  if (recording && compiled.decisions) await recordOutcome(recording, scope, answer);
  if (!request.explain || !record) return answer;
  const asking = { caller: scope.caller, isForAll: rules.isExplainedToAll };
  return explained(answer, asking, () => explanationOf(compiled, record, lastGoodAt));
}

/** An answer whose data are to be worked with, and the operation that tells what they are. */
export interface DataAnswer {
  readonly answer: GraphAnswer;
  readonly compiled: CompiledOperation;
}

/**
 * The steps of a query whose answer is worked with and not sent as it is: every error is told at every place. Throws
 * what ends it early, what `accept` throws before anything is asked of a department, and refuses what is no query.
 */
export async function dataOf(
  asked: AskedRequest & { accept: (compiled: CompiledOperation) => void },
  generation: Generation,
  serving: Serving,
): Promise<DataAnswer> {
  const { compiled, variables, counted } = await readied(asked, generation, serving);
  const { scope } = asked;
  refuseOtherThanQueries(compiled);
  asked.accept(compiled);
  const { departments } = serving;
  const executed = await executeForData(compiled, variables, { scope, departments });
  scope.record?.ended('execute');
  const answer = projected(compiled, executed, (service) => departments.lastGoodAt(service));
  scope.record?.ended('project');
  counted?.answered(answer, () => executed.run.data);
  return { answer, compiled };
}

function refuseOtherThanQueries({ variant }: CompiledOperation): void {
  const { operation } = variant.operation.definition;
  if (operation === 'query') return;
  throw new RequestRefused(
    'BAD_REQUEST',
    `Only what a query answers comes as a table; this is a ${operation}. Ask for JSON.`,
  );
}

function refuseSubscribing({ variant }: CompiledOperation): void {
  if (variant.operation.definition.operation !== 'subscription') return;
  throw new RequestRefused(
    'BAD_REQUEST',
    'A subscription is answered by a stream of events; send it with `accept: text/event-stream`.',
  );
}

function refuseWriting(operation: string): void {
  if (operation !== 'mutation') return;
  throw new HttpRefused(405, 'A GET request can only read; send this operation by POST.', {
    allow: 'POST',
  });
}
