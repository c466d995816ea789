// Answers an operation from plain objects: fields are values, or functions of their arguments.

/** What is wrong with a question; `code` is for machines. */
export class QuestionFault extends Error {
  constructor(message, code = 'BAD_USER_INPUT') {
    super(message);
    this.code = code;
  }
}

/** The fields of each type of an SDL, with the name of the type that each gives. */
export function typesIn(sdl) {
  const types = new Map();
  let [fields, depth] = [undefined, 0];
  for (const line of sdl.split('\n').map((each) => each.trim())) {
    if (line === '' || line.startsWith('"') || line.startsWith('#')) continue;
    const head = /^type (\w+)/.exec(line);
    if (head && line.endsWith('{')) types.set(head[1], (fields = new Map()));
    else if (line === '}') fields = undefined;
    else if (fields && depth > 0 && line.startsWith(')')) {
      depth = 0;
      fields.set(fields.open, named(line.replace(/^\)\s*:/, '')));
    } else if (fields && depth === 0) {
      const field = /^(\w+)(\(?)(?:\s*:\s*(.*))?/.exec(line);
      if (field?.[2]) [fields.open, depth] = [field[1], 1];
      else if (field?.[3]) fields.set(field[1], named(field[3]));
    }
  }
  return types;
}

const named = (text) => /\w+/.exec(text)[0];

/** Answers the one operation of a document. Throws a QuestionFault, a SyntaxError for what is unreadable. */
export function answer({ document, variables, types, roots }) {
  const [operation, ...others] = document.operations;
  if (others.length > 0) throw new QuestionFault('Ask one operation at a time.');
  const given = { ...variables };
  for (const { name, isRequired, fallback } of operation.variables) {
    if (given[name] === undefined && fallback) given[name] = fallback({});
    if (isRequired && given[name] == null)
      throw new QuestionFault(`The variable "$${name}" is missing.`);
  }
  const root = roots[operation.kind];
  if (!root) throw new QuestionFault(`Nothing can be asked by "${operation.kind}" here.`);
  const asking = { document, variables: given, types };
  return objectOf({ value: root, type: 'Query', selections: operation.selections }, asking);
}

function objectOf({ value, type, selections }, asking) {
  const result = {};
  for (const field of fieldsOf({ value, type, selections }, asking)) {
    const told = fieldOf(value, { type, field }, asking);
    result[field.key] = field.key in result ? merged(result[field.key], told) : told;
  }
  return result;
}

/** The same field asked twice with other parts of it below gives one object with both. */
function merged(one, other) {
  if (Array.isArray(one) && Array.isArray(other))
    return one.map((each, at) => merged(each, other[at]));
  return one !== null && typeof one === 'object' && typeof other === 'object'
    ? { ...one, ...other }
    : other;
}

function* fieldsOf({ value, type, selections }, asking) {
  for (const selection of selections) {
    if (!isWanted(selection.directives, asking)) continue;
    if (selection.kind === 'field') yield selection;
    else {
      const inner =
        selection.kind === 'inline' ? selection : asking.document.fragments.get(selection.name);
      if (!inner) throw new QuestionFault(`There is no fragment "${selection.name}".`);
      if (inner.on === undefined || inner.on === type)
        yield* fieldsOf({ value, type, selections: inner.selections }, asking);
    }
  }
}

function isWanted(directives, { variables }) {
  return directives.every(({ name, given }) => {
    const condition = given.find(([argument]) => argument === 'if')?.[1](variables);
    if (name === 'include') return condition === true;
    return name !== 'skip' || condition !== true;
  });
}

function fieldOf(value, { type, field }, asking) {
  if (field.name === '__typename') return type;
  const next = asking.types.get(type)?.get(field.name);
  if (next === undefined) throw new QuestionFault(`"${type}" has no field "${field.name}".`);
  const given = Object.fromEntries(
    field.given.map(([name, read]) => [name, read(asking.variables)]),
  );
  const found =
    typeof value[field.name] === 'function' ? value[field.name](given) : value[field.name];
  return shown(found, { type: next, field }, asking);
}

function shown(found, { type, field }, asking) {
  if (found === undefined || found === null) return null;
  if (Array.isArray(found)) return found.map((each) => shown(each, { type, field }, asking));
  const own = found.__typename ?? type;
  if (!asking.types.has(own)) return found;
  if (!field.selections) throw new QuestionFault(`Say what of "${field.name}" is wanted.`);
  return objectOf({ value: found, type: own, selections: field.selections }, asking);
}
