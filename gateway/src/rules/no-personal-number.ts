import { coordinatesOf } from './coordinates.js';
import type { Rule } from './finding.js';

const names = /mynumber|mainanba|individualnumber|personalnumber|kojinbango/;
const terms = /個人番号|マイナンバー/;

/** No coordinate is, or is described as, the personal number (個人番号), which may not enter the graph at all. */
export const noPersonalNumber: Rule = (subgraphs) =>
  subgraphs.flatMap((index) =>
    coordinatesOf(index)
      .filter(
        ({ name, description }) =>
          names.test(name.replaceAll('_', '').toLowerCase()) || terms.test(description ?? ''),
      )
      .map(({ path }) => ({
        rule: 'no-personal-number',
        coordinate: path,
        subgraph: index.name,
        message: `${path} is named or described after the personal number (個人番号); take it out of the schema, the law keeps it apart.`,
      })),
  );
