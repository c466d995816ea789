import type { IncomingMessage, ServerResponse } from 'node:http';

import { HttpRefused } from '@manabi/gateway/errors/http-refused';
import type { Identity } from '@manabi/gateway/identity/identity';

import type { Home } from '../home/home.js';
import type { Claim } from './claim.js';
import { deliveriesPath, isKeyOf, reportPath } from './delivery-link.js';
import type { DeliveryRecord } from './delivery-record.js';
import { DeliveryRecords } from './delivery-records.js';
import { DeliveryRefused, noSuchDelivery, unauthenticated } from './delivery-refused.js';
import { departmentsOf, theDepartment } from './deliverer.js';
import type { Intake } from './intake.js';
import { answerList, answerReport, answerTable } from './report-answer.js';
import type { Standing } from './standing-record.js';
import type { Uploads } from './upload.js';

/** What stands behind the address of deliveries. */
export interface BehindDeliveries {
  readonly home: Home;
  readonly identity: Identity;
  readonly intake: Intake;
  readonly uploads: Uploads;
  /** What is late or waits of a department. */
  readonly standings: (department: string) => readonly Standing[];
}

/** Milliseconds that who uploads waits for the outcome; then they are told where it will stand. */
const patience = 10_000;

/** Answers a request that is about deliveries, and says whether it was. */
export async function answerDelivery(
  behind: BehindDeliveries,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const url = new URL(request.url ?? '/', 'http://hub');
  const [, first, last, ...rest] = url.pathname.split('/');
  if (`/${first}` !== deliveriesPath) return false;
  try {
    if (rest.length > 0) throw noSuchDelivery();
    if (request.method === 'PUT' && last) await upload(behind, { request, response, url, last });
    else if (request.method === 'GET' || request.method === 'HEAD')
      await read(behind, { request, response, url, last });
    else throw methodNotAllowed(last);
  } catch (error) {
    refuse(response, error);
  }
  return true;
}

interface Asked {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  /** What stands behind the path of deliveries: the name of a file, or of a report. */
  readonly last: string | undefined;
}

async function upload(behind: BehindDeliveries, asked: Asked & { last: string }): Promise<void> {
  const { request, response, url, last } = asked;
  const departments = await departmentsOf(behind.identity, request.rawHeaders);
  const department = theDepartment(departments, url.searchParams.get('department'));
  const claimed = await behind.uploads.receive(request, {
    department,
    name: last,
    parameters: url.searchParams,
    onReady: () => {
      if (request.headers.expect) response.writeContinue();
    },
  });
  const record = await outcomeOf(behind, claimed);
  const report = reportPath(behind.home, claimed.id);
  const { state = 'TAKING', dataset = null, problem = null } = record ?? {};
  response.writeHead(record ? 201 : 202, { ...heads, 'content-type': json, location: report });
  response.end(JSON.stringify({ delivery: claimed.id, state, dataset, problem, report }));
}

/** What became of an upload; undefined where it waits for its turn, or the hub broke down over it and tries again. */
async function outcomeOf(
  { intake }: BehindDeliveries,
  claimed: Claim,
): Promise<DeliveryRecord | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patience);
  });
  const taken = intake.take(claimed).catch(() => undefined);
  const record = await Promise.race([taken, late]);
  clearTimeout(timer);
  return record;
}

async function read(
  behind: BehindDeliveries,
  { request, response, url, last }: Asked,
): Promise<void> {
  const key = url.searchParams.get('key');
  const asked = { request, response, key };
  if (!last) return answerList(await listFor(behind, { request, url, key }), asked);
  const { id, isTable } = { id: last.replace(/\.csv$/, ''), isTable: last.endsWith('.csv') };
  const isOpened = key !== null && isKeyOf(behind.home, { report: id }, key);
  const departments = isOpened ? [] : await departmentsBy(behind, { request, key });
  const records = new DeliveryRecords(behind.home);
  const record = records.find(id);
  const isTheirs = record?.department != null && departments.includes(record.department);
  if (!record || !(isOpened || isTheirs)) throw noSuchDelivery();
  return isTable ? answerTable(records, record, asked) : answerReport(records, record, asked);
}

async function listFor(
  behind: BehindDeliveries,
  { request, url, key }: { request: IncomingMessage; url: URL; key: string | null },
): Promise<Parameters<typeof answerList>[0]> {
  const named = url.searchParams.get('department');
  const isOpened =
    key !== null && named !== null && isKeyOf(behind.home, { department: named }, key);
  const department = isOpened
    ? named
    : theDepartment(await departmentsBy(behind, { request, key }), named);
  const records = new DeliveryRecords(behind.home).latest(100, department);
  const links = new Map(records.map(({ id }) => [id, reportPath(behind.home, id)]));
  return { department, records, links, standings: behind.standings(department) };
}

/** A wrong key is answered as no key and no token are. */
function departmentsBy(
  { identity }: BehindDeliveries,
  { request, key }: { request: IncomingMessage; key: string | null },
): Promise<readonly string[]> {
  if (key !== null && request.headers.authorization === undefined) throw unauthenticated();
  return departmentsOf(identity, request.rawHeaders);
}

const json = 'application/json; charset=utf-8';
const heads = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

function refuse(response: ServerResponse, error: unknown): void {
  const refused = refusalOf(error);
  if (!refused) throw error;
  const { status, code, message, headers } = refused;
  response.writeHead(status, { ...heads, 'content-type': json, ...headers });
  response.end(JSON.stringify({ error: { code, message } }));
}

function refusalOf(
  error: unknown,
):
  | { status: number; code: string; message: string; headers?: Readonly<Record<string, string>> }
  | undefined {
  if (error instanceof DeliveryRefused)
    return { ...error.answer, code: error.code, message: error.message };
  if (!(error instanceof HttpRefused)) return undefined;
  const { status, message, headers } = error;
  return { status, code: status === 403 ? 'FORBIDDEN' : 'UNAUTHENTICATED', message, headers };
}

function methodNotAllowed(last: string | undefined): DeliveryRefused {
  const allow = last ? 'GET, HEAD, PUT' : 'GET, HEAD';
  return new DeliveryRefused('METHOD_NOT_ALLOWED', `Send ${allow.replaceAll(', ', ' or ')}.`, {
    status: 405,
    headers: { allow },
  });
}
