import { hash } from 'node:crypto';

import { escaped } from '@manabi/portal/told-page/html';

/** A moment for people, in Japan's time. */
export const timeTag = (moment: string): string =>
  `<time datetime="${escaped(moment)}">${clock.format(new Date(moment))}</time>`;

const clock = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  dateStyle: 'medium',
  timeStyle: 'short',
});

/** A table that can be scrolled by keyboard where it is wider than the page; heads are texts, cells are HTML. */
export function tableOf(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const head = heads.map((text) => `<th scope="col">${escaped(text)}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  return `<div class="wide" tabindex="0" role="region" aria-label="${escaped(caption)}"><table><caption>${escaped(caption)}</caption>
<thead><tr>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table></div>`;
}

/** A whole page in Japanese; the body is HTML. */
export function htmlPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title><style>${style}</style></head>
<body><main><h1>${escaped(title)}</h1>
${body}</main></body></html>
`;
}

const style = `body{font:1rem/1.6 system-ui,sans-serif;margin:1rem auto;max-width:80rem;padding:0 1rem;color:#1a1a1a;background:#fff}
table{border-collapse:collapse;min-width:50rem}caption{text-align:start;font-weight:600}th,td{border:1px solid #767676;padding:.25rem .5rem;text-align:start;vertical-align:top}
.wide{overflow-x:auto}.wide:focus-visible,a:focus-visible{outline:3px solid #0b57d0}a{color:#0b57d0}pre{white-space:pre-wrap}.alert{border-inline-start:.5rem solid #b3261e;padding-inline-start:1rem}`;

/** Headers of such a page: it runs nothing, loads nothing, sends nothing, and tells nobody where it stood. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${hash('sha256', style, 'base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
  'cache-control': 'no-store',
};
