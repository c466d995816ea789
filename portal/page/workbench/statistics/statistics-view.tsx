import type { ReactElement } from 'react';

import { Notice } from '../ask/notice.js';
import { useAsked } from '../ask/use-asked.js';
import { Waiting } from '../ask/waiting.js';
import { DeskLink, useDesk } from '../desk.js';
import { Builder } from './builder.js';
import { type Definitions, askDefinitions, textIn } from './definitions.js';
import { exampleQuestions } from './examples.js';
import { asked as askedOf, questionOf } from './question-address.js';
import { askStatistic } from './statistic.js';
import { StatisticView } from './statistic-view.js';

/** The builder of statistics: what to count and how to divide it, and the table that comes of it. */
export function StatisticsView(): ReactElement {
  const { words } = useDesk();
  const definitions = useAsked('definitions', askDefinitions);
  return (
    <>
      <h1 tabIndex={-1}>{words.statisticsTitle}</h1>
      <p className="lead">{words.statisticsAbout}</p>
      <Examples />
      <Waiting asked={definitions} />
      {definitions.told && <Notice answer={definitions.told.answer} />}
      {definitions.told && <Tool definitions={definitions.told} onTryAgain={definitions.again} />}
    </>
  );
}

function Examples(): ReactElement {
  const { words, address } = useDesk();
  return (
    <section className="examples" aria-labelledby="examples-name">
      <h2 id="examples-name">{words.examples}</h2>
      <p className="hint">{words.examplesHint}</p>
      <ul>
        {exampleQuestions.map(({ title, said }) => (
          <li key={said}>
            <DeskLink
              className="button"
              goal={{ view: 'statistics', said: new URLSearchParams(said) }}
            >
              {title[address.language]}
            </DeskLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ToolProps {
  readonly definitions: Definitions;
  /** Asks for the definitions again, where the planning desk was silent. */
  readonly onTryAgain: () => void;
}

function Tool({ definitions, onTryAgain }: ToolProps): ReactElement {
  const { words, address } = useDesk();
  const question = askedOf(questionOf(address.said));
  const key = question && JSON.stringify(question);
  const asked = useAsked(key, async (signal) =>
    question ? askStatistic(question, signal) : undefined,
  );
  if (definitions.measures.length === 0)
    return (
      <p className="notice">
        {words.noStatistics}{' '}
        <button type="button" onClick={onTryAgain}>
          {words.tryAgain}
        </button>
      </p>
    );
  const statistic = asked.told?.data?.statistics;
  const refusal = statistic?.refusal;
  return (
    <div className="columns">
      <Builder definitions={definitions} />
      <section className="answer" aria-labelledby="answer-name">
        <h2 id="answer-name">{words.result}</h2>
        {!question && <p className="hint">{words.noMeasure}</p>}
        <Waiting asked={asked} />
        {question && asked.told && <Notice answer={asked.told} />}
        {question && asked.state === 'TOLD' && !statistic && <p>{words.noTable}</p>}
        {refusal && (
          <p role="status" className="notice">
            {textIn(refusal.text, address.language)}
          </p>
        )}
        {question && statistic && !refusal && (
          <StatisticView statistic={statistic} definitions={definitions} />
        )}
      </section>
    </div>
  );
}
