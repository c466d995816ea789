import { type ReactElement, type ReactNode, useState } from 'react';

import { useDesk } from '../desk.js';
import type { AnswerTable } from '../table/answer-table.js';
import { csvOf } from './csv-of.js';
import type { Note } from './note.js';
import { fileName, saveFile } from './save-file.js';
import { workbookOf } from './workbook-of.js';

interface DownloadBarProps {
  /** The table as it is shown, sorted as it is shown. */
  readonly table: AnswerTable;
  readonly notes: readonly Note[];
  readonly children?: ReactNode;
}

/** The ways to take a table along: CSV, a workbook with its notes, and the link to the question. */
export function DownloadBar({ table, notes, children }: DownloadBarProps): ReactElement {
  const { words } = useDesk();
  const [told, setTold] = useState('');
  const save = (ending: string, content: Blob) => {
    const name = fileName(table.title, ending);
    saveFile(name, content);
    setTold(words.saved(name));
  };
  const saveCsv = () => save('csv', new Blob([csvOf(table, words)], { type: 'text/csv' }));
  const saveWorkbook = async () => save('xlsx', await workbookOf({ table, notes, words }));
  const copy = async () => {
    // Without a secure connection a page may not write to the clipboard; then the link is shown.
    const isCopied = await navigator.clipboard?.writeText(location.href).then(
      () => true,
      () => false,
    );
    setTold(isCopied ? words.linkCopied : `${words.linkIs}: ${location.href}`);
  };
  return (
    <section className="download" aria-label={words.download}>
      <button type="button" onClick={() => void saveWorkbook()}>
        {words.downloadXlsx}
      </button>
      <button type="button" className="quiet" onClick={saveCsv}>
        {words.downloadCsv}
      </button>
      <button type="button" className="quiet" onClick={() => void copy()}>
        {words.copyLink}
      </button>
      {children}
      <p role="status">{told}</p>
    </section>
  );
}
