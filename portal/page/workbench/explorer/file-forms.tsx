import { type ReactElement, useState } from 'react';

import { askFile } from '../ask/ask-file.js';
import { useDesk } from '../desk.js';
import { fileName, saveFile } from '../download/save-file.js';
import type { AskedQuestion } from './asked-question.js';

const forms = { ndjson: 'NDJSON', parquet: 'Parquet' } as const;

interface FileFormsProps {
  readonly question: AskedQuestion;
  readonly path: readonly string[];
  readonly title: string;
}

/** The list that is shown, as the gateway itself writes it: whole, with the types of its values. */
export function FileForms({ question, path, title }: FileFormsProps): ReactElement | undefined {
  const { words } = useDesk();
  const [told, setTold] = useState('');
  if (path.length === 0) return undefined;
  const save = async (format: keyof typeof forms) => {
    const file = await askFile(question, { format, path }).catch(() => undefined);
    if (!(file instanceof Blob)) {
      setTold(file?.map(({ message }) => message).join(' ') || words.unreachable);
      return;
    }
    const name = fileName(title, format);
    saveFile(name, file);
    setTold(words.saved(name));
  };
  return (
    <>
      {(['ndjson', 'parquet'] as const).map((format) => (
        <button key={format} type="button" className="quiet" onClick={() => void save(format)}>
          {words.saveAs(forms[format])}
        </button>
      ))}
      <p role="status">{told}</p>
    </>
  );
}
