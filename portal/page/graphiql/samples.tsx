import { type GraphiQLPlugin, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import type { ReactElement } from 'react';

import { type SampleQuestion, sampleQuestions } from './sample-questions.js';

/** A pane with questions ready to run: a click opens one in a tab of its own. */
export const samplesPlugin: GraphiQLPlugin = {
  title: '見本の質問 / Sample questions',
  icon: () => (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M4 5h16M4 12h16M4 19h10" />
    </svg>
  ),
  content: Samples,
};

function Samples(): ReactElement {
  const { addTab, setOperationName } = useGraphiQLActions();
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const open = (question: SampleQuestion) => {
    addTab();
    queryEditor?.setValue(question.document);
    variableEditor?.setValue(question.variables);
    // The editor reads the name a moment later; whoever runs the question at once would ask for the last one.
    setOperationName(question.name);
  };
  return (
    <section className="samples" aria-label="見本の質問 / Sample questions">
      <h2>見本の質問 / Sample questions</h2>
      {sampleQuestions.map((question) => (
        <button key={question.name} type="button" onClick={() => open(question)}>
          {question.ja}
          <small lang="en">{question.en}</small>
        </button>
      ))}
    </section>
  );
}
