import type { Json, JsonObject } from '../linked-data/json-object.js';

/**
 * Writes the catalogue as Turtle, a statement a line with nothing abbreviated: who only knows N-Triples reads it too.
 * It says what its JSON-LD says; names of that are prefixes of its context and a word.
 */
export function turtleOf({ '@context': context, ...graph }: JsonObject): string {
  // The context of our own catalogue gives an address to each prefix.
  const writer = new Statements(context as Readonly<Record<string, string>>);
  writer.node(graph);
  return writer.lines.join('');
}

class Statements {
  readonly lines: string[] = [];
  #blanks = 0;

  constructor(private readonly prefixes: Readonly<Record<string, string>>) {}

  /** Writes all that is said of a node, and gives its name. */
  node({ '@id': id, '@type': type, ...said }: JsonObject): string {
    const subject = typeof id === 'string' ? `<${id}>` : `_:b${(this.#blanks += 1)}`;
    if (typeof type === 'string') this.#say(subject, [rdfType, this.#address(type)]);
    for (const [name, value] of Object.entries(said))
      for (const each of Array.isArray(value) ? (value as readonly Json[]) : [value])
        if (each !== null && each !== undefined)
          this.#say(subject, [this.#address(name), this.#object(each)]);
    return subject;
  }

  #say(subject: string, [predicate, object]: readonly [string, string]): void {
    this.lines.push(`${subject} ${predicate} ${object} .\n`);
  }

  #object(value: Json): string {
    if (typeof value !== 'object' || value === null) return quoted(String(value));
    // Lists were taken apart before: what is left is an object.
    const { '@value': text, '@language': language, '@type': type, ...node } = value as JsonObject;
    if (typeof text !== 'string') return this.node({ ...node, '@type': type });
    if (typeof language === 'string') return `${quoted(text)}@${language}`;
    return typeof type === 'string' ? `${quoted(text)}^^${this.#address(type)}` : quoted(text);
  }

  #address(name: string): string {
    const [prefix = '', ...word] = name.split(':');
    return `<${this.prefixes[prefix] ?? `${prefix}:`}${word.join(':')}>`;
  }
}

const rdfType = '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>';

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

const quoted = (text: string): string =>
  `"${text.replaceAll(/[\\"\n\r\t]/g, (character) => escapes[character] ?? character)}"`;
