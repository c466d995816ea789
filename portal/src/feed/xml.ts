/** An element of XML: its name, its attributes, and what is in it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: string | readonly Element[];
}

/** Makes an element. */
export const element = (
  name: string,
  content: Element['content'] = '',
  attributes: Element['attributes'] = {},
): Element => ({ name, attributes, content });

/** Writes a document of XML 1.0. Whatever the texts hold, it is well-formed. */
export const xmlDocument = (root: Element): string => `${xmlDeclaration}${elementText(root)}\n`;

/** How a document of XML begins. */
export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Writes an element alone, as it stands in a document. */
export function elementText({ name, attributes, content }: Element): string {
  const said = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${xmlText(value)}"`)
    .join('');
  if (content.length === 0) return `<${name}${said}/>`;
  const inside =
    typeof content === 'string' ? xmlText(content) : content.map(elementText).join('\n');
  return `<${name}${said}>${inside}</${name}>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** A text as it stands in XML; the characters that no XML may hold are left out. */
const xmlText = (text: string): string =>
  text
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex -- these are what XML 1.0 forbids
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll(/[&<>"]/g, (character) => entities[character] ?? '');
