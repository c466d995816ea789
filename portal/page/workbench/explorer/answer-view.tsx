import type { ReactElement } from 'react';

import type { ReadyDocument } from '../../../src/ready/ready-document.js';
import { go, hrefOf } from '../address.js';
import { askDepartments } from '../ask/ask-departments.js';
import type { Answer } from '../ask/ask-graph.js';
import { Notice } from '../ask/notice.js';
import { useAsked } from '../ask/use-asked.js';
import { type Desk, useDesk } from '../desk.js';
import { DownloadBar } from '../download/download-bar.js';
import { sayMoment } from '../language/moment.js';
import { PlanView } from '../plan/plan-view.js';
import { SaveForm } from '../saved/save-form.js';
import { sortRows } from '../table/sort-rows.js';
import { TableView } from '../table/table-view.js';
import { useSorting } from '../table/use-sorting.js';
import { AnswerChart } from './answer-chart.js';
import { type AnswerList, likeliestList, listsIn } from './answer-lists.js';
import { answerNotes } from './answer-notes.js';
import { labelOf, tableOf } from './answer-table.js';
import { mostPages, nextPage } from './ask-pages.js';
import type { AskedQuestion } from './asked-question.js';
import { FileForms } from './file-forms.js';
import { termsOfAll } from './ready-questions.js';
import type { Told } from './told.js';

interface AnswerViewProps {
  readonly question: AskedQuestion;
  readonly answer: Answer<Told>;
  readonly ready: readonly ReadyDocument[];
}

/** An answer: what it does not hold, the table, the chart, the files, and how it came about. */
export function AnswerView({ question, answer, ready }: AnswerViewProps): ReactElement {
  const desk = useDesk();
  const { words } = desk;
  const lists = listsIn(answer.data);
  return (
    <>
      <Notice answer={answer} />
      {answer.data != null && (
        <>
          <RowsChoice lists={lists} terms={question.ready?.terms ?? {}} />
          <AnswerTableView question={question} answer={answer} ready={ready} />
          <ReadMore question={question} data={answer.data} />
          <SaveForm suggested={nameOf(question, desk)} />
        </>
      )}
      <PlanView explain={answer.explain} isWanted={question.withPlan ?? false} />
      <details className="more">
        <summary>{words.asJson}</summary>
        <pre tabIndex={0} aria-label={words.asJson}>
          <code>{JSON.stringify(answer.data, null, 2)}</code>
        </pre>
      </details>
    </>
  );
}

/** A name under which to keep a question; one's own are told apart by the moment, so that none takes another's place. */
const nameOf = ({ ready }: AskedQuestion, { words, address }: Desk): string =>
  ready?.title[address.language] ?? `${words.ownQuestion} ${sayMoment(new Date())}`;

function AnswerTableView({ question, answer, ready }: AnswerViewProps): ReactElement {
  const desk = useDesk();
  const [sorting, setSorting] = useSorting();
  const departments = useAsked('departments', askDepartments);
  const path = rowsPath(listsIn(answer.data), desk.address.said.get('rows'));
  const table = tableOf(
    {
      title: question.ready?.title[desk.address.language] ?? desk.words.answer,
      data: answer.data,
      path,
      terms: question.ready?.terms ?? termsOfAll(ready),
      departments: departments.told ?? {},
    },
    desk,
  );
  const sorted = { ...table, rows: sortRows(table, sorting) };
  return (
    <>
      <AnswerChart table={table} />
      <TableView table={table} sorting={sorting} onSort={setSorting} />
      <DownloadBar table={sorted} notes={answerNotes({ question, answer, table }, desk)}>
        <FileForms question={question} path={path} title={table.title} />
      </DownloadBar>
    </>
  );
}

/** The list that makes the rows: the one that the address says, or else the likeliest. */
function rowsPath(lists: readonly AnswerList[], said: string | null): readonly string[] {
  if (said === '') return [];
  const wanted = lists.find(({ path }) => path.join('.') === said);
  return (wanted ?? likeliestList(lists))?.path ?? [];
}

interface RowsChoiceProps {
  readonly lists: readonly AnswerList[];
  readonly terms: ReadyDocument['terms'];
}

function RowsChoice({ lists, terms }: RowsChoiceProps): ReactElement | undefined {
  const { words, address } = useDesk();
  if (lists.length < 2) return undefined;
  const shown = rowsPath(lists, address.said.get('rows')).join('.');
  const choose = (rows: string) => {
    const said = new URLSearchParams(address.said);
    said.set('rows', rows);
    for (const name of ['sort', 'by', 'sum']) said.delete(name);
    go(hrefOf({ ...address, said }, address.language));
  };
  return (
    <p className="choice">
      <label htmlFor="rows">{words.rowsOf}</label>
      <select id="rows" value={shown} onChange={(event) => choose(event.target.value)}>
        {lists.map(({ path, count }) => (
          <option key={path.join('.')} value={path.join('.')}>
            {labelOf({ place: path.join('.'), base: '', terms }, address.language)}
            {words.bracketed(words.rowCount(count))}
          </option>
        ))}
        <option value="">{words.oneRow}</option>
      </select>
    </p>
  );
}

type ReadMoreProps = Pick<AnswerViewProps, 'question'> & { readonly data: Told };

function ReadMore({ question, data }: ReadMoreProps): ReactElement | undefined {
  const { words, address } = useDesk();
  const pages = Number(address.said.get('pages') ?? 1);
  if (nextPage(question.query, data) === undefined || pages >= mostPages) return undefined;
  const more = () => {
    const said = new URLSearchParams(address.said);
    said.set('pages', String(pages + 1));
    go(hrefOf({ ...address, said }, address.language), true);
  };
  return (
    <p>
      {words.moreThere}{' '}
      <button type="button" className="quiet" onClick={more}>
        {words.readMore}
      </button>
    </p>
  );
}
