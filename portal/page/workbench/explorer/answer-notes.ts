import type { Answer } from '../ask/ask-graph.js';
import { departmentName } from '../ask/department-names.js';
import type { Desk } from '../desk.js';
import type { Note } from '../download/note.js';
import { sayMoment } from '../language/moment.js';
import type { AnswerTable } from '../table/answer-table.js';
import type { AskedQuestion } from './asked-question.js';

interface Noted {
  readonly question: AskedQuestion;
  readonly answer: Pick<Answer<unknown>, 'silent' | 'at'>;
  readonly table: AnswerTable;
}

/** What must go with an answer when it leaves the page. */
export function answerNotes(
  { question, answer, table }: Noted,
  { words, address: { language } }: Desk,
): Note[] {
  const silent = answer.silent.map(({ name }) => departmentName(name, language)).join(', ');
  return [
    { name: words.noteQuestion, text: table.title },
    { name: words.noteVariables, text: JSON.stringify(question.variables) },
    { name: words.noteDocument, text: question.query },
    {
      name: words.notePath,
      text: question.graph === 'public' ? words.publicGraph : words.departmentGraph,
    },
    { name: words.noteSource, text: words.city },
    { name: words.noteAsOf, text: sayMoment(answer.at) },
    ...(silent ? [{ name: words.noteSilent, text: silent }] : []),
    { name: words.noteRows, text: table.rows.length },
    { name: words.noteLink, text: location.href },
    { name: words.sample, text: words.noteSample },
  ];
}
