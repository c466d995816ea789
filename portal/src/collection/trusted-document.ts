import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../schema/document/', import.meta.url));
const texts = new Map<string, string>();

/** The text of a trusted document by its name in `schema/document/`. Throws when there is none of that name. */
export function trustedDocument(name: string): string {
  const known = texts.get(name);
  if (known !== undefined) return known;
  const text = readFileSync(`${folder}${name}.graphql`, 'utf8');
  texts.set(name, text);
  return text;
}
