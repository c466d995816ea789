import { Kind, type ConstDirectiveNode, type ConstValueNode, type DocumentNode } from 'graphql';

/** One `@link` of a schema: a specification, the name it goes by, and what was imported under which name. */
export interface Link {
  specification: string;
  namespace: string;
  /** From the name in the specification to the name in this schema; directives keep their `@`. */
  imports: ReadonlyMap<string, string>;
}

/** Reads every `@link` on the schema definition and its extensions. */
export function linksOf(document: DocumentNode): readonly Link[] {
  return document.definitions.flatMap((node) => {
    const isSchema = node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION;
    if (!isSchema) return [];
    return (node.directives ?? []).filter(({ name }) => name.value === 'link').flatMap(linkOf);
  });
}

/**
 * The name under which a directive of a specification goes in a schema, without `@`: as imported,
 * else under the namespace of its specification.
 */
export function directiveName(link: Link, directive: string): string {
  const imported = link.imports.get(`@${directive}`);
  if (imported) return imported.slice(1);
  const own = /\/([^/]+)$/.exec(link.specification)?.[1];
  return own === directive ? link.namespace : `${link.namespace}__${directive}`;
}

function linkOf(directive: ConstDirectiveNode): Link[] {
  const url = text(argument(directive, 'url'));
  const match = url && /^(.*\/([^/]+))\/v\d+\.\d+$/.exec(url);
  if (!match?.[1] || !match[2]) return [];
  const imports = new Map<string, string>();
  const list = argument(directive, 'import');
  for (const item of list?.kind === Kind.LIST ? list.values : []) addImport(imports, item);
  return [
    {
      specification: match[1],
      namespace: text(argument(directive, 'as')) ?? match[2],
      imports,
    },
  ];
}

function addImport(imports: Map<string, string>, item: ConstValueNode): void {
  if (item.kind === Kind.STRING) imports.set(item.value, item.value);
  if (item.kind !== Kind.OBJECT) return;
  const part = (name: string): string | undefined =>
    text(item.fields.find((field) => field.name.value === name)?.value);
  const name = part('name');
  if (name) imports.set(name, part('as') ?? name);
}

/** The value of one argument of a directive. */
export function argument(directive: ConstDirectiveNode, name: string): ConstValueNode | undefined {
  return directive.arguments?.find((given) => given.name.value === name)?.value;
}

/** The text of a string literal. */
export function text(value: ConstValueNode | undefined): string | undefined {
  return value?.kind === Kind.STRING ? value.value : undefined;
}
