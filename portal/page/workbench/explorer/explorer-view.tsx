import type { ReactElement } from 'react';

import type { ReadyDocument } from '../../../src/ready/ready-document.js';
import { Waiting } from '../ask/waiting.js';
import { useAsked } from '../ask/use-asked.js';
import { useDesk } from '../desk.js';
import { useSession } from '../sign-in/session.js';
import { AnswerView } from './answer-view.js';
import { askPages } from './ask-pages.js';
import { askedQuestion, isOwn } from './asked-question.js';
import { OwnQuestion } from './own-question.js';
import { QuestionChoice } from './question-choice.js';
import { ReadyQuestion } from './ready-question.js';
import { loadReady } from './ready-questions.js';

/** Free questions: a ready one with a form, or one's own; the answer as a table. */
export function ExplorerView(): ReactElement {
  const { words } = useDesk();
  const loaded = useAsked('ready', loadReady);
  return (
    <>
      <h1 tabIndex={-1}>{words.exploreTitle}</h1>
      <p className="lead">{words.exploreAbout}</p>
      <Waiting asked={loaded} />
      {loaded.told && <Explorer ready={loaded.told} />}
    </>
  );
}

function Explorer({ ready }: { ready: readonly ReadyDocument[] }): ReactElement {
  const { words, address } = useDesk();
  const session = useSession();
  const question = askedQuestion(address, ready);
  const pages = Number(address.said.get('pages') ?? 1);
  // Who is signed in decides what is answered; a renewed token does not.
  const key = question && JSON.stringify([question, pages, session?.name]);
  const asked = useAsked(key, async (signal) =>
    question ? askPages(question, pages, signal) : undefined,
  );
  if (!question && !isOwn(address)) return <QuestionChoice ready={ready} />;
  return (
    <div className="columns">
      {question?.ready ? (
        <ReadyQuestion key={key} document={question.ready} asked={question} again={asked.again} />
      ) : (
        <OwnQuestion key={key} again={asked.again} />
      )}
      <section className="answer" aria-labelledby="answer-name">
        <h2 id="answer-name">{words.answer}</h2>
        <Waiting asked={asked} />
        {question && asked.told ? (
          <AnswerView question={question} answer={asked.told} ready={ready} />
        ) : (
          !question && <p className="hint">{words.notAsked}</p>
        )}
      </section>
    </div>
  );
}
