import { createReadStream, existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';

import { pageHeaders } from '../page/html-page.js';
import { deliveriesPath } from './delivery-link.js';
import type { DeliveryRecord } from './delivery-record.js';
import type { DeliveryRecords } from './delivery-records.js';
import { noSuchDelivery } from './delivery-refused.js';
import { type DeliveryList, listPage, reportPage } from './report-page.js';
import { reportRows } from './report-rows.js';

/** A request for a report, and the key by which it was opened, if it was. */
export interface ReportAsked {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly key: string | null;
}

/** Findings in one answer; the table to download holds all. */
const rowsShown = 500;

/** Answers a department's list, as a page or as JSON. */
export function answerList(list: DeliveryList, asked: ReportAsked): void {
  if (wantsPage(asked.request)) return sendPage(asked, listPage(list));
  const { department, records, links, standings } = list;
  const deliveries = records.map((record) =>
    Object.assign({}, record, { report: links.get(record.id) }),
  );
  sendJson(asked, { department, standings, deliveries });
}

/** Answers the report of one delivery, as a page or as JSON. */
export async function answerReport(
  records: DeliveryRecords,
  record: DeliveryRecord,
  asked: ReportAsked,
): Promise<void> {
  const found = await reportRows(records.reportOf(record.id, 'machines'), rowsShown);
  const table = `${deliveriesPath}/${record.id}.csv${asked.key === null ? '' : `?key=${asked.key}`}`;
  if (wantsPage(asked.request)) sendPage(asked, reportPage(record, found, table));
  else sendJson(asked, { ...record, rows: found.rows, isAll: found.isAll, table });
}

/** Answers the table of all findings, which a spreadsheet opens. */
export async function answerTable(
  records: DeliveryRecords,
  { id }: DeliveryRecord,
  { request, response }: ReportAsked,
): Promise<void> {
  const file = records.reportOf(id, 'people');
  if (!existsSync(file)) throw noSuchDelivery();
  response.writeHead(200, {
    ...common,
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="delivery-${id.slice(0, 8)}.csv"`,
  });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(file), response);
}

const common = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
};

/** Browsers ask for pages; whoever asks for JSON, or for nothing, gets JSON. */
function wantsPage({ headers }: IncomingMessage): boolean {
  const accept = headers.accept ?? '';
  const [page, json] = [accept.indexOf('text/html'), accept.indexOf('application/json')];
  return page >= 0 && (json < 0 || page < json);
}

function sendPage({ request, response }: ReportAsked, page: string): void {
  response.writeHead(200, { ...pageHeaders, vary: 'accept' });
  response.end(request.method === 'HEAD' ? undefined : page);
}

function sendJson({ request, response }: ReportAsked, body: object): void {
  response.writeHead(200, {
    ...common,
    'content-type': 'application/json; charset=utf-8',
    vary: 'accept',
  });
  response.end(request.method === 'HEAD' ? undefined : JSON.stringify(body));
}
