import { type ReactElement, useState } from 'react';

import type { ReadyDocument } from '../../../src/ready/ready-document.js';
import { DeskLink, useDesk } from '../desk.js';
import { askerText } from './asker-text.js';
import { findReady } from './ready-questions.js';

/** The ready questions to choose from, and the way to write one's own. */
export function QuestionChoice({ ready }: { ready: readonly ReadyDocument[] }): ReactElement {
  const { words } = useDesk();
  const [wanted, setWanted] = useState('');
  const found = findReady(ready, wanted);
  const open = found.filter(({ asker, name }) => asker === undefined && !isWholeList(name));
  const lists = found.filter(({ asker, name }) => asker === undefined && isWholeList(name));
  const rest = found.filter(({ asker }) => asker !== undefined);
  return (
    <section aria-labelledby="ready-name">
      <h2 id="ready-name">{words.readyQuestions}</h2>
      <div className="find">
        <label htmlFor="find">{words.findQuestion}</label>
        <input
          id="find"
          type="search"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
        <p className="hint" role="status">
          {words.questionsFound(found.length)}
        </p>
        <DeskLink
          className="button"
          goal={{ view: 'explore', said: new URLSearchParams({ ask: 'own' }) }}
        >
          {words.ownQuestion}
        </DeskLink>
      </div>
      <QuestionList name={words.forEverybody} questions={open} />
      <QuestionList name={words.wholeLists} questions={lists} />
      <QuestionList name={words.forDepartments} questions={rest} />
    </section>
  );
}

/** Whether a question reads a register to its end, and seeks nothing in it. */
const isWholeList = (name: string): boolean => name.startsWith('collection-');

interface QuestionListProps {
  readonly name: string;
  readonly questions: readonly ReadyDocument[];
}

function QuestionList({ name, questions }: QuestionListProps): ReactElement | undefined {
  const { words, address } = useDesk();
  if (questions.length === 0) return undefined;
  return (
    <>
      <h3>{name}</h3>
      <ul className="questions">
        {questions.map((question) => (
          <li key={question.name}>
            <DeskLink goal={{ view: 'explore', said: new URLSearchParams({ ask: question.name }) }}>
              {question.title[address.language]}
            </DeskLink>
            {question.asker && <small>{words.needs(askerText(question.asker, words))}</small>}
          </li>
        ))}
      </ul>
    </>
  );
}
