import type { ReactElement } from 'react';

import { go, hrefOf } from '../address.js';
import { DeskLink, useDesk } from '../desk.js';
import { PlanWish } from '../plan/plan-wish.js';
import type { Definitions } from './definitions.js';
import { DimensionChoice } from './dimension-choice.js';
import { FilterChoice } from './filter-choice.js';
import { MeasureChoice } from './measure-choice.js';
import { MonthChoice, OptionChoice, PerThousandChoice } from './number-choices.js';
import { type BuilderQuestion, questionOf, saidQuestion } from './question-address.js';
import { goToTable } from './table-heading.js';

/** The builder: each choice changes the address, and with it the table; the back button takes it back. */
export function Builder({ definitions }: { definitions: Definitions }): ReactElement {
  const { words, address } = useDesk();
  const question = questionOf(address.said);
  const change = (changed: Partial<BuilderQuestion>) => {
    const said = saidQuestion({ ...question, ...changed });
    go(hrefOf({ view: 'statistics', said }, address.language));
  };
  const props = { definitions, question, onChange: change };
  return (
    <form className="question builder" onSubmit={(event) => event.preventDefault()}>
      <MeasureChoice {...props} />
      <DimensionChoice {...props} />
      <FilterChoice {...props} />
      <MonthChoice {...props} />
      <PerThousandChoice {...props} />
      <OptionChoice {...props} />
      <PlanWish isOn={question.withPlan} onChange={(withPlan) => change({ withPlan })} />
      <p>
        <button type="button" className="quiet" onClick={goToTable}>
          {words.toTable}
        </button>
      </p>
      <p>
        <DeskLink goal={{ view: 'statistics' }}>{words.clear}</DeskLink>
      </p>
    </form>
  );
}
