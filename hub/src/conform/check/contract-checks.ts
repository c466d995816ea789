import { CompositionRefused, composeSupergraph } from '@manabi/gateway/composition/compose';
import { rulesBroken } from '@manabi/gateway/rules/rules-of-the-graph';
import { linksOf } from '@manabi/gateway/supergraph/links';

import type { Check } from '../check.js';
import { type Contract, contractIn } from '../contract.js';
import { type Fault, type Outcome, outcomeOf, untried } from '../outcome.js';
import { shortly } from '../reply.js';
import type { Subject } from '../subject.js';

/** Faults of one kind that are told; the rest is counted. */
const told = 15;

/** What other subgraphs decide cannot be told from one SDL. */
const needsOthers =
  /\((?:EXTERNAL_MISSING_ON_BASE|SATISFIABILITY_ERROR|EXTERNAL_\w+|INTERFACE_\w+|OVERRIDE_\w+|EXTENSION_WITH_NO_BASE|NO_QUERIES)\)/;

const readable: Check = {
  name: 'sdl',
  expects: 'The query { _service { sdl } } answers the subgraph as SDL',
  run: async (subject) => {
    const answer = await subject.ask('{ _service { sdl } }');
    const service = answer.data?.['_service'];
    const sdl =
      service && typeof service === 'object' && 'sdl' in service ? service.sdl : undefined;
    const remedy =
      'Add the fields of the federation specification to the root: _service: _Service! with sdl: String.';
    if (typeof sdl !== 'string') return outcomeOf([{ found: shortly(answer), remedy }]);
    try {
      subject.contract = contractIn(sdl);
      return outcomeOf([]);
    } catch (error) {
      const found = error instanceof Error ? error.message : String(error);
      return outcomeOf([
        { found, remedy: 'Correct the SDL; it must parse and name no unknown type.' },
      ]);
    }
  },
};

const withContract =
  (look: (contract: Contract) => readonly Fault[]) =>
  async ({ contract }: Subject): Promise<Outcome> =>
    contract ? outcomeOf(look(contract)) : untried('the SDL could not be read');

const federation2: Check = {
  name: 'federation-2',
  expects: 'The SDL is federation 2, of version 2.9 at most',
  run: withContract(({ document }) => {
    const link = linksOf(document).find(
      ({ specification }) => specification === 'https://specs.apollo.dev/federation',
    );
    const remedy =
      'Begin the SDL with: extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", …]).';
    if (!link) return [{ found: 'there is no @link to federation 2', remedy }];
    return [];
  }),
};

const composes: Check = {
  name: 'composes',
  expects: 'The SDL composes, as far as one subgraph alone can tell',
  run: withContract(({ sdl }) => {
    try {
      composeSupergraph([{ name: 'subgraph', sdl }]);
      return [];
    } catch (error) {
      if (!(error instanceof CompositionRefused)) throw error;
      const own = error.problems.filter((problem) => !needsOthers.test(problem));
      return own
        .slice(0, told)
        .map((found) => ({ found, remedy: 'Correct the SDL at this place.' }));
    }
  }),
};

const rules: Check = {
  name: 'rules',
  expects: 'The SDL keeps the rules of the graph: names, descriptions, nullability, bounded lists',
  run: withContract(({ sdl }) => {
    // `federation__FieldSet` and its like belong to a specification, and what begins with _ to federation.
    const findings = rulesBroken([{ name: 'subgraph', sdl }]).filter(
      ({ coordinate }) => !/^(?:\w+__|_)/.test(coordinate),
    );
    const faults = findings.slice(0, told).map(({ coordinate, rule, message }) => ({
      place: coordinate,
      found: message.split('; ')[0] ?? rule,
      remedy: capital(message.split('; ').slice(1).join('; ') || 'Keep the rule.'),
    }));
    const more = findings.length - faults.length;
    if (more <= 0) return faults;
    return [...faults, { found: `${more} more places`, remedy: 'Mend these, then ask again.' }];
  }),
};

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** What a subgraph says of itself. */
export const contractChecks: readonly Check[] = [readable, federation2, composes, rules];
