import { type FormEvent, type ReactElement, useState } from 'react';

import type { ReadyDocument } from '../../../src/ready/ready-document.js';
import { go, hrefOf } from '../address.js';
import { DeskLink, useDesk } from '../desk.js';
import { PlanWish } from '../plan/plan-wish.js';
import { askerText } from './asker-text.js';
import { type AskedQuestion, saidOwn, saidReady } from './asked-question.js';
import { VariableFields } from './variable-form.js';

interface ReadyQuestionProps {
  readonly document: ReadyDocument;
  readonly asked: AskedQuestion;
  /** Asks the same again, where nothing was changed. */
  readonly again: () => void;
}

/** A ready question with a form for what it leaves open. */
export function ReadyQuestion({ document, asked, again }: ReadyQuestionProps): ReactElement {
  const { words, address } = useDesk();
  const [variables, setVariables] = useState(asked.variables);
  const [withPlan, setWithPlan] = useState(asked.withPlan ?? false);
  const ask = (event: FormEvent) => {
    event.preventDefault();
    const said = saidReady(document, variables, withPlan);
    const href = hrefOf({ view: 'explore', said }, address.language);
    if (new URL(href, location.href).href === location.href) again();
    else go(href);
  };
  return (
    <form className="question" onSubmit={ask}>
      <p className="chosen">{document.title[address.language]}</p>
      {document.asker && <p className="hint">{words.needs(askerText(document.asker, words))}</p>}
      <DeskLink goal={{ view: 'explore' }}>{words.changeQuestion}</DeskLink>
      <h2>{words.variables}</h2>
      {document.fields.length === 0 && <p className="hint">{words.noVariables}</p>}
      <VariableFields fields={document.fields} values={variables} onChange={setVariables} />
      <PlanWish isOn={withPlan} onChange={setWithPlan} />
      <button type="submit">{words.ask}</button>
      <DocumentText document={document} variables={variables} />
    </form>
  );
}

type DocumentTextProps = Pick<ReadyQuestionProps, 'document'> & Pick<AskedQuestion, 'variables'>;

/** The question as it is asked, and the way to change it. */
function DocumentText({ document, variables }: DocumentTextProps): ReactElement {
  const { words } = useDesk();
  const draft = saidOwn({
    query: document.text,
    variables: JSON.stringify(variables, null, 2),
    graph: document.asker === undefined ? 'public' : 'department',
    withPlan: false,
  });
  return (
    <details className="more">
      <summary>{words.editDocument}</summary>
      <pre tabIndex={0} aria-label={words.document}>
        <code>{document.text}</code>
      </pre>
      <DeskLink goal={{ view: 'explore', ...draft }}>{words.editThis}</DeskLink>
    </details>
  );
}
