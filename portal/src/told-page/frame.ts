import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { notNow } from '../answer/told.js';
import type { Told } from '../answer/told.js';
import { type JsonObject, embeddedJson } from '../linked-data/json-object.js';
import { policyOf } from '../policy.js';
import { Html, html } from './html.js';

const frameFile = fileURLToPath(new URL('../../dist/pages/told.html', import.meta.url));

/** The same in another form, at an address of its own. */
export interface Alternate {
  readonly type: string;
  readonly href: string;
  readonly title: string;
}

/** A page of its own for one record. */
export interface ToldPage {
  readonly title: string;
  readonly description: string;
  /** The address by which it is to be known. */
  readonly canonical: string;
  readonly alternates: readonly Alternate[];
  /** The same for machines. */
  readonly data: JsonObject;
  readonly main: Html;
  /** Services that were silent about it. */
  readonly silent?: readonly string[];
}

/** Puts a page into the frame that all such pages share. Throws NotTold where the pages are not built. */
export function framed(page: ToldPage): Told {
  if (!existsSync(frameFile)) throw notNow();
  const { title, description, canonical, alternates, data, main, silent = [] } = page;
  const script = new Html(`<script type="application/ld+json">${embeddedJson(data)}</script>`);
  const head = html`<title>${title}｜まなびハブ（西東京市）</title>
    <meta name="description" content="${description}" />
    <link rel="canonical" href="${canonical}" />
    ${alternates.map(
      ({ type, href, title: name }) =>
        html`<link rel="alternate" type="${type}" href="${href}" title="${name}" />
`,
    )}${script}`;
  const body = readFileSync(frameFile, 'utf8')
    .replace('<!-- head -->', () => head.markup)
    .replace('<!-- main -->', () => main.markup);
  return {
    type: 'text/html; charset=utf-8',
    body,
    isPartial: silent.length > 0,
    headers: {
      'content-security-policy': policyOf('told.html'),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    },
  };
}
