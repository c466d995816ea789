import { Kind, visit, type ASTNode, type ConstDirectiveNode, type DocumentNode } from 'graphql';
import { argument, directiveName, linksOf } from './links.js';

/**
 * Why a supergraph cannot be served though it is one, each reason with its coordinate. Weights below nothing end the
 * planner's process (seen with 0.0.38), and would pay for what is dear beside them; arguments from a context are in no
 * plan, so that a field would be answered without them.
 */
export function unservable(supergraph: DocumentNode): string[] {
  const problems: string[] = [];
  const numbers = numbersSaid(supergraph);
  visit(supergraph, {
    Directive: (...visited) => {
      const ancestors = visited[4];
      // In a schema a directive holds nothing but constants.
      const directive = visited[0] as ConstDirectiveNode;
      const [specification, name] = numbers.get(directive.name.value) ?? [];
      const value = name === undefined ? undefined : argument(directive, name);
      const text = value?.kind === Kind.INT || value?.kind === Kind.STRING ? value.value : '';
      if (text.trim().startsWith('-')) {
        problems.push(
          `${coordinateOf(ancestors)} says @${specification}(${name}: ${text}); give a number from 0 on.`,
        );
      }
      if (directive.name.value !== 'join__field') return;
      const given = argument(directive, 'contextArguments');
      if (given?.kind === Kind.LIST && given.values.length > 0) {
        problems.push(
          `${coordinateOf(ancestors)} takes an argument by @fromContext, which this gateway does not carry along; use @requires.`,
        );
      }
    },
  });
  return problems;
}

/** Directives that say a number, under the names that the supergraph gives them, and the arguments that hold it. */
function numbersSaid(
  supergraph: DocumentNode,
): ReadonlyMap<string, readonly [directive: string, argument: string]> {
  const links = linksOf(supergraph);
  const said = [
    ['cost', 'weight'],
    ['listSize', 'assumedSize'],
  ] as const;
  return new Map(
    said.flatMap(([directive, name]) => {
      const own = links.filter(({ specification }) =>
        ['https://specs.apollo.dev/cost', 'https://specs.apollo.dev/federation'].includes(
          specification,
        ),
      );
      const names = [directive, ...own.map((link) => directiveName(link, directive))];
      return names.map((each) => [each, [directive, name]] as const);
    }),
  );
}

function coordinateOf(ancestors: readonly (ASTNode | readonly ASTNode[])[]): string {
  return ancestors
    .flatMap((each) => ('kind' in each && 'name' in each && each.name ? [each.name] : []))
    .flatMap((name) => ('value' in name ? [name.value] : []))
    .join('.');
}
