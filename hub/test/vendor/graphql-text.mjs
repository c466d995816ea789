// Reads a GraphQL document: operations and fragments with fields, arguments, variables and directives.

const token =
  /[\s,\uFEFF]+|#[^\n]*|(\.\.\.|[!$&()[\]{}:=@|]|[_A-Za-z]\w*|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*")/gy;

function tokensOf(text) {
  const tokens = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const match = token.exec(text);
    if (!match) throw new SyntaxError('The document holds something that is no GraphQL.');
    if (match[1] !== undefined) tokens.push(match[1]);
  }
  return tokens;
}

/** Reads a document. Throws a SyntaxError. */
export function readDocument(text) {
  const reader = new Reader(tokensOf(text));
  const document = { operations: [], fragments: new Map() };
  while (reader.next !== undefined) {
    if (reader.next === 'fragment') {
      const fragment = reader.fragment();
      document.fragments.set(fragment.name, fragment);
    } else document.operations.push(reader.operation());
  }
  if (document.operations.length === 0) throw new SyntaxError('The document holds no operation.');
  return document;
}

class Reader {
  #at = 0;
  #depth = 0;

  constructor(tokens) {
    this.tokens = tokens;
  }

  get next() {
    return this.tokens[this.#at];
  }

  take(expected) {
    const found = this.tokens[this.#at];
    if (found === undefined || (expected !== undefined && found !== expected))
      throw new SyntaxError(
        `"${expected ?? 'more'}" was expected, ${found === undefined ? 'the document ends' : `"${found}" stands there`}.`,
      );
    this.#at += 1;
    return found;
  }

  isAt(word) {
    if (this.next !== word) return false;
    this.#at += 1;
    return true;
  }

  name() {
    const word = this.take();
    if (!/^[_A-Za-z]/.test(word))
      throw new SyntaxError(`A name was expected, "${word}" stands there.`);
    return word;
  }

  operation() {
    if (this.next === '{') return { kind: 'query', variables: [], selections: this.selections() };
    const kind = this.name();
    if (!['query', 'mutation', 'subscription'].includes(kind))
      throw new SyntaxError(`"${kind}" begins nothing.`);
    if (this.next !== '(' && this.next !== '{' && this.next !== '@') this.name();
    const variables = this.isAt('(') ? this.until(')', () => this.variable()) : [];
    this.directives();
    return { kind, variables, selections: this.selections() };
  }

  fragment() {
    this.take('fragment');
    const name = this.name();
    this.take('on');
    const on = this.name();
    this.directives();
    return { name, on, selections: this.selections() };
  }

  variable() {
    this.take('$');
    const name = this.name();
    this.take(':');
    const type = this.type();
    const fallback = this.isAt('=') ? this.value() : undefined;
    this.directives();
    return { name, isRequired: type.endsWith('!') && fallback === undefined, fallback };
  }

  type() {
    const inner = this.isAt('[') ? `[${this.type()}${this.take(']')}` : this.name();
    return this.isAt('!') ? `${inner}!` : inner;
  }

  selections() {
    this.#depth += 1;
    if (this.#depth > 40) throw new SyntaxError('The document nests too deep.');
    this.take('{');
    const selections = this.until('}', () => this.selection());
    this.#depth -= 1;
    if (selections.length === 0) throw new SyntaxError('A selection is empty.');
    return selections;
  }

  selection() {
    if (this.isAt('...')) {
      if (this.next === 'on' || this.next === '{' || this.next === '@') {
        const on = this.isAt('on') ? this.name() : undefined;
        return { kind: 'inline', on, directives: this.directives(), selections: this.selections() };
      }
      return { kind: 'spread', name: this.name(), directives: this.directives() };
    }
    const first = this.name();
    const name = this.isAt(':') ? this.name() : first;
    const given = this.isAt('(') ? this.until(')', () => this.argument()) : [];
    const directives = this.directives();
    const selections = this.next === '{' ? this.selections() : undefined;
    return { kind: 'field', key: first, name, given, directives, selections };
  }

  argument() {
    const name = this.name();
    this.take(':');
    return [name, this.value()];
  }

  directives() {
    const found = [];
    while (this.isAt('@')) {
      const name = this.name();
      found.push({ name, given: this.isAt('(') ? this.until(')', () => this.argument()) : [] });
    }
    return found;
  }

  /** A value as a function of the variables. */
  value() {
    if (this.isAt('$')) {
      const name = this.name();
      return (variables) => variables[name];
    }
    if (this.isAt('[')) {
      const items = this.until(']', () => this.value());
      return (variables) => items.map((item) => item(variables));
    }
    if (this.isAt('{')) {
      const fields = this.until('}', () => this.argument());
      return (variables) =>
        Object.fromEntries(fields.map(([name, value]) => [name, value(variables)]));
    }
    const word = this.take();
    if (word.startsWith('"""')) return () => word.slice(3, -3);
    if (/^["\d-]/.test(word) || ['true', 'false', 'null'].includes(word)) {
      const plain = JSON.parse(word);
      return () => plain;
    }
    if (!/^[_A-Za-z]/.test(word))
      throw new SyntaxError(`A value was expected, "${word}" stands there.`);
    return () => word;
  }

  until(end, read) {
    const found = [];
    while (!this.isAt(end)) found.push(read());
    return found;
  }
}
