import type { SubgraphAnswer } from '../transport/transport.js';
import type { Asked } from './entity-group.js';
import type { Fields, Path } from './fields.js';
import { codeOf, inClientWords, inputOf, pathOf } from './root-step.js';
import type { Run } from './run.js';

/** True when an answer has an error at a key that the plan did not ask for. */
export function failsOn(keys: ReadonlySet<string>, { errors = [] }: SubgraphAnswer): boolean {
  return errors.some((error) => {
    const path = pathOf(error);
    return path?.length === 3 && keys.has(String(path[2]));
  });
}

/** Reports every error of an answer at the places of the client's answer that it left empty. */
export function reportErrors(run: Run, answer: SubgraphAnswer, asked: readonly Asked[]): void {
  for (const error of answer.errors ?? []) {
    // To find its places costs a walk through all that is known.
    if (run.hasErrorsEnough) return;
    const [alias, position, ...rest] = pathOf(error) ?? [];
    const one = asked.find(({ group }) => group.alias === alias);
    if (!one || typeof position !== 'number') {
      for (const each of one ? [one] : asked) {
        run.report(codeOf(error), placesOf(run, each), inputOf(error, each.group, undefined));
      }
      continue;
    }
    const places =
      rest.length > 0
        ? entityPaths(run, one, position).map((path) => path.concat(rest))
        : placesOf(run, one, position);
    // An error about an entity nobody asked for is an error all the same.
    const told = places.length > 0 ? places : placesOf(run, one);
    run.report(
      codeOf(error),
      told.map((place) => inClientWords(place, one.group.renamed)),
      inputOf(error, one.group, places.length > 0 ? rest : undefined),
    );
  }
}

/** Where in the answer the entity of one representation stands. */
function entityPaths(run: Run, { group, waiting }: Asked, position: number): Path[] {
  const paths: Path[] = [];
  const path: Path = [];
  const visit = (fields: Fields): void => {
    if (waiting.get(fields) === position) paths.push([...path]);
  };
  for (const walk of group.walks) walk(run.data, visit, path);
  return paths;
}

/** Every field the group was to fill, at every place of one entity or of all. */
export function placesOf(run: Run, { group, waiting }: Asked, position?: number): Path[] {
  const places: Path[] = [];
  const path: Path = [];
  const visit = (fields: Fields): void => {
    const own = waiting.get(fields);
    if (own === undefined || (position !== undefined && own !== position)) return;
    const name = String(fields['__typename']);
    for (const { key, types } of group.keys) {
      if (!types || types.has(name)) places.push([...path, key]);
    }
  };
  for (const walk of group.walks) walk(run.data, visit, path);
  return places.map((place) => inClientWords(place, group.renamed));
}
