import type { IncomingMessage, ServerResponse } from 'node:http';

import { escaped } from '@manabi/portal/told-page/html';

import { htmlPage, pageHeaders, tableOf } from '../page/html-page.js';
import { formText, formWorkbook } from './form-file.js';
import { forms } from './forms.js';

/** Where the empty forms are for anybody to download. */
export const formsPath = '/forms';

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Answers a request for the list of forms or for one of them, as a workbook or as CSV, and says whether it was one. */
export async function answerForm(
  { url = '/', method }: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const [path = ''] = url.split('?');
  if (path !== formsPath && !path.startsWith(`${formsPath}/`)) return false;
  const [, name = '', ending] = /^\/([\w-]+)\.(csv|xlsx)$/.exec(path.slice(formsPath.length)) ?? [];
  const form = Object.hasOwn(forms, name) ? forms[name] : undefined;
  const isAsked = method === 'GET' || method === 'HEAD';
  if (isAsked && path === formsPath) {
    response.writeHead(200, pageHeaders);
    response.end(method === 'HEAD' ? undefined : listOfForms());
  } else if (isAsked && form && (ending === 'csv' || ending === 'xlsx')) {
    response.writeHead(200, {
      'content-type': types[ending],
      'content-disposition': `attachment; filename="${name}.${ending}"; filename*=UTF-8''${encodeURIComponent(`様式_${form.title}.${ending}`)}`,
      'x-content-type-options': 'nosniff',
    });
    const file = ending === 'csv' ? formText(form) : await formWorkbook(form);
    response.end(method === 'HEAD' ? undefined : file);
  } else {
    response.writeHead(isAsked ? 404 : 405, isAsked ? {} : { allow: 'GET, HEAD' });
    response.end();
  }
  return true;
}

function listOfForms(): string {
  const link = (name: string, ending: keyof typeof types): string =>
    `<a href="${formsPath}/${name}.${ending}" download>${ending === 'xlsx' ? 'Excel（XLSX）' : 'CSV'}</a>`;
  const rows = Object.entries(forms).map(([name, { title, columns }]) => [
    escaped(title),
    String(columns.length),
    link(name, 'xlsx'),
    link(name, 'csv'),
  ]);
  return htmlPage(
    '記入様式',
    `<p>部署や団体が一覧を作るときの空の様式です。記入例の行は取り込まれません。ご自分の列の表があれば、様式に写さず、列の対応付けをしてお使いください。</p>
${tableOf('様式の一覧', ['一覧', '項目の数', '記入用', '文字だけ'], rows)}`,
  );
}
