/** Markup that was made by `html`, and may stand in other markup as it is. */
export class Html {
  constructor(readonly markup: string) {}
}

/** What may stand in markup: other markup as it is, text as text; what is absent is nothing. */
export type Part = Html | string | number | null | undefined | false | readonly Part[];

/** Writes markup; whatever is put into it that is not markup of `html` itself is escaped. */
export const html = (markup: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(String.raw({ raw: markup }, ...parts.map(written)));

function written(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Html) return part.markup;
  if (typeof part === 'object') return part.map(written).join('');
  return escaped(String(part));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it stands in markup, between tags or between quotes. */
export const escaped = (text: string): string =>
  text.toWellFormed().replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
