import 'graphiql/style.css';
import './graphiql.css';

import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';

import { sampleQuestions } from './sample-questions.js';
import { samplesPlugin } from './samples.js';
import { placeWorkers } from './worker-addresses.js';

placeWorkers();

const fetcher = async (parameters: object) => {
  const answer = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
    },
    body: JSON.stringify(parameters),
  });
  return answer.json();
};

const root = document.querySelector('#graphiql');
if (root) {
  createRoot(root).render(
    <GraphiQL
      fetcher={fetcher}
      plugins={[samplesPlugin]}
      visiblePlugin={samplesPlugin.title}
      initialQuery={sampleQuestions[0]?.document ?? ''}
      defaultEditorToolsVisibility="variables"
    />,
  );
}
