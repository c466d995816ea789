import { type FormEvent, type ReactElement, useState } from 'react';

import { go, hrefOf } from '../address.js';
import type { Graph } from '../ask/ask-graph.js';
import { DeskLink, useDesk } from '../desk.js';
import { PlanWish } from '../plan/plan-wish.js';
import { saidOwn, variablesIn } from './asked-question.js';

/** A question that somebody writes in GraphQL. */
export function OwnQuestion({ again }: { again: () => void }): ReactElement {
  const { words, address } = useDesk();
  const { said, behind } = address;
  const [query, setQuery] = useState(behind.get('query') ?? '');
  const [variables, setVariables] = useState(behind.get('variables') ?? '{}');
  const [graph, setGraph] = useState<Graph>(
    behind.get('graph') === 'department' ? 'department' : 'public',
  );
  const [withPlan, setWithPlan] = useState(said.get('plan') === 'on');
  const isWrong = variablesIn(variables) === undefined;
  const ask = (event: FormEvent) => {
    event.preventDefault();
    const goal = { view: 'explore', ...saidOwn({ query, variables, graph, withPlan }) } as const;
    const href = hrefOf(goal, address.language);
    if (new URL(href, location.href).href === location.href) again();
    else go(href);
  };
  return (
    <form className="question" onSubmit={ask}>
      <p className="chosen">{words.ownQuestion}</p>
      <DeskLink goal={{ view: 'explore' }}>{words.changeQuestion}</DeskLink>
      <WrittenText name={words.document} text={query} onChange={setQuery} rows={14} />
      <WrittenText
        name={words.documentVariables}
        text={variables}
        onChange={setVariables}
        rows={4}
      />
      {isWrong && <p role="alert">{words.writtenWrong}</p>}
      <GraphChoice graph={graph} onChange={setGraph} />
      <PlanWish isOn={withPlan} onChange={setWithPlan} />
      <button type="submit" disabled={isWrong || query.trim() === ''}>
        {words.ask}
      </button>
    </form>
  );
}

interface WrittenTextProps {
  readonly name: string;
  readonly text: string;
  readonly rows: number;
  readonly onChange: (text: string) => void;
}

function WrittenText({ name, text, rows, onChange }: WrittenTextProps): ReactElement {
  return (
    <label className="field">
      <span>{name}</span>
      <textarea
        className="code"
        value={text}
        rows={rows}
        spellCheck={false}
        autoCapitalize="off"
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

interface GraphChoiceProps {
  readonly graph: Graph;
  readonly onChange: (graph: Graph) => void;
}

function GraphChoice({ graph, onChange }: GraphChoiceProps): ReactElement {
  const { words } = useDesk();
  const names = { public: words.publicGraph, department: words.departmentGraph } as const;
  return (
    <fieldset className="field">
      <legend>{words.askWhere}</legend>
      <div className="boxes">
        {(['public', 'department'] as const).map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="graph"
              checked={graph === each}
              onChange={() => onChange(each)}
            />
            {names[each]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
