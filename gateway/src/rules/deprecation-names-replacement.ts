import { argument, text } from '../supergraph/links.js';
import { coordinatesOf, type Coordinate } from './coordinates.js';
import type { Rule } from './finding.js';

const date = /\b\d{4}-\d{2}-\d{2}\b/;
const replacement = /\b(?:use|replaced by|ask for)\s+`?[A-Za-z_]\w*/i;

/** Every `@deprecated` names what to use instead and the date on which the coordinate goes. */
export const deprecationNamesReplacement: Rule = (subgraphs) =>
  subgraphs.flatMap((index) =>
    coordinatesOf(index)
      .filter((coordinate) => !isComplete(reasonOf(coordinate)))
      .map(({ path }) => ({
        rule: 'deprecation-names-replacement',
        coordinate: path,
        subgraph: index.name,
        message: `${path} is deprecated without saying what to use and until when; write "Use <field>; removed on YYYY-MM-DD."`,
      })),
  );

function reasonOf({ directives }: Coordinate): string | undefined {
  const deprecated = directives.find(({ name }) => name.value === 'deprecated');
  return deprecated && (text(argument(deprecated, 'reason')) ?? '');
}

function isComplete(reason: string | undefined): boolean {
  return reason === undefined || (date.test(reason) && replacement.test(reason));
}
