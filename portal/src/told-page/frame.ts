import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { notNow } from '../answer/told.js';
import type { Told } from '../answer/told.js';
import { type JsonObject, embeddedJson } from '../linked-data/json-object.js';
import { policyOf } from '../policy.js';
import { Html, html } from './html.js';

const folder = fileURLToPath(new URL('../../dist/pages/', import.meta.url));

/** The frames that the bundle holds: of the search, and of all else. */
type Frame = 'search.html' | 'told.html';

/** The same in another form, at an address of its own. */
export interface Alternate {
  readonly type: string;
  readonly href: string;
  readonly title: string;
}

/** A page that the server writes. */
export interface ToldPage {
  /** As it stands in the tab, whole. */
  readonly title: string;
  readonly description: string;
  /** The address by which it is to be known. */
  readonly canonical: string;
  readonly alternates: readonly Alternate[];
  /** The same for machines. */
  readonly data?: JsonObject;
  readonly main: Html;
  /** Services that were silent about it. */
  readonly silent?: readonly string[];
}

/** The title of a page in its tab. */
export const tabTitle = (title: string): string => `${title}｜まなびハブ（西東京市）`;

/** Puts a page into a frame that others share. Throws NotTold where the pages are not built. */
export function framed(page: ToldPage, frame: Frame = 'told.html'): Told {
  const told = filled(frame, headOf(page), page.main);
  if (!told) throw notNow();
  return { ...told, isPartial: (page.silent ?? []).length > 0 };
}

/** Fills a frame with a head and a body; null where the pages are not built. */
export function filled(frame: Frame, head: Html, main: Html): FilledFrame | null {
  const file = folder + frame;
  if (!existsSync(file)) return null;
  const body = readFileSync(file, 'utf8')
    .replace('<!-- head -->', () => head.markup)
    .replace('<!-- main -->', () => main.markup);
  return {
    type: 'text/html; charset=utf-8',
    body,
    headers: {
      'content-security-policy': policyOf('told.html'),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    },
  };
}

/** A page as it is sent. */
interface FilledFrame {
  readonly type: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

function headOf({ title, description, canonical, alternates, data }: ToldPage): Html {
  return html`<title>${title}</title>
    <meta name="description" content="${description}" />
    <link rel="canonical" href="${canonical}" />
    <meta property="og:type" content="website" />
    <meta property="og:site_name" content="まなびハブ（西東京市）" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${description}" />
    <meta property="og:url" content="${canonical}" />
    ${alternates.map(
      ({ type, href, title: name }) =>
        html`<link rel="alternate" type="${type}" href="${href}" title="${name}" />
`,
    )}${data && new Html(`<script type="application/ld+json">${embeddedJson(data)}</script>`)}`;
}
