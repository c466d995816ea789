import { type Address, hrefOf } from '../address.js';
import type { Desk } from '../desk.js';
import type { Note } from '../download/note.js';
import { sayMoment } from '../language/moment.js';
import { type AnswerTable, cellCounts } from '../table/answer-table.js';
import { type Definitions, textIn } from './definitions.js';
import { questionOf, saidQuestion } from './question-address.js';
import type { Statistic } from './statistic.js';

interface Noted {
  readonly statistic: Statistic;
  readonly definitions: Definitions;
  readonly table: AnswerTable;
}

/** Without what a table must not be read: question, definitions, sources, time, what is withheld, and how to make it again. */
export function statisticNotes(noted: Noted, desk: Desk): Note[] {
  const { statistic, definitions, table } = noted;
  const { words, address } = desk;
  const { language } = address;
  const { notes, snapshot } = statistic;
  const { partly } = cellCounts(table);
  return [
    { name: words.noteQuestion, text: table.title },
    ...definitionNotes(noted, desk),
    ...(notes?.sources ?? []).map((source) => ({
      name: words.noteSource,
      text: textIn(source, language),
    })),
    { name: words.noteAsOf, text: notes?.asOf ? sayMoment(notes.asOf) : '' },
    { name: words.noteSuppressed, text: notes?.suppressed ?? 0 },
    { name: words.noteMissing, text: notes?.missing ?? 0 },
    { name: words.notePartly, text: partly },
    { name: words.suppressed, text: words.suppressedMeans },
    { name: words.missing, text: words.missingMeans },
    { name: words.notePolicy, text: textIn(notes?.policy ?? null, language) },
    ...(notes?.remarks ?? []).map((remark) => ({
      name: words.remarks,
      text: textIn(remark, language),
    })),
    { name: words.noteSnapshot, text: snapshot?.id ?? '' },
    { name: words.sealed, text: sealedText(statistic, desk) },
    { name: words.noteTable, text: statistic.id ?? '' },
    { name: words.definitionsVersion, text: statistic.definitionsVersion ?? definitions.version },
    { name: words.noteLink, text: pinnedLink(statistic, address) },
    { name: words.noteTaken, text: sayMoment(new Date()) },
  ];
}

function definitionNotes(
  { statistic, definitions }: Noted,
  { words, address: { language } }: Desk,
): Note[] {
  const asked = statistic.question?.measures ?? [];
  return definitions.measures
    .filter(({ code }) => code && asked.includes(code))
    .map(({ label, definition, counted, dateBasis, unit }) => ({
      name: `${words.noteDefinition}: ${textIn(label, language)}`,
      text: [
        textIn(definition, language),
        `${words.counted}: ${textIn(counted, language)}`,
        `${words.dateBasis}: ${textIn(dateBasis, language)}`,
        `${words.unit}: ${textIn(unit, language)}`,
      ].join('\n'),
    }));
}

function sealedText({ snapshot }: Statistic, { words }: Desk): string {
  if (!snapshot?.sealedAt) return '';
  const revision =
    snapshot.revision === null ? '' : words.bracketed(words.revision(snapshot.revision));
  return sayMoment(snapshot.sealedAt) + revision;
}

/** The link that brings back this very table: it names the snapshot. */
function pinnedLink({ snapshot }: Statistic, address: Address): string {
  const question = {
    ...questionOf(address.said),
    snapshot: snapshot?.id ?? '',
    withPlan: false,
  };
  const href = hrefOf({ view: 'statistics', said: saidQuestion(question) }, address.language);
  return new URL(href, location.href).href;
}
