import { type ChangeEvent, type MouseEvent, type ReactElement, useState } from 'react';

import { addressOf, go } from '../address.js';
import { useDesk } from '../desk.js';
import { saveFile } from '../download/save-file.js';
import { sayMoment } from '../language/moment.js';
import {
  type SavedQuestion,
  exportedQuestions,
  importQuestions,
  removeQuestion,
  renameQuestion,
  useSaved,
} from './saved-questions.js';

/** The saved questions: open, rename, remove, and carry them as a file. */
export function SavedView(): ReactElement {
  const { words } = useDesk();
  const saved = useSaved();
  const [told, setTold] = useState('');
  return (
    <>
      <h1 tabIndex={-1}>{words.savedTitle}</h1>
      <p className="lead">{words.savedAbout}</p>
      {saved.length === 0 && <p>{words.savedNone}</p>}
      <ul className="saved">
        {saved.map((question) => (
          <li key={question.name}>
            <SavedItem question={question} onTold={setTold} />
          </li>
        ))}
      </ul>
      <Carrying isEmpty={saved.length === 0} onTold={setTold} />
      <p role="status">{told}</p>
    </>
  );
}

interface SavedItemProps {
  readonly question: SavedQuestion;
  readonly onTold: (sentence: string) => void;
}

function SavedItem({ question, onTold }: SavedItemProps): ReactElement {
  const { words, address } = useDesk();
  const target = new URL(question.href, location.href);
  const { view } = addressOf(target);
  const names = {
    statistics: words.viewStatistics,
    explore: words.viewExplore,
    coverage: words.viewCoverage,
    saved: words.viewSaved,
  };
  // The reader keeps the language in which they read now.
  target.searchParams.delete('lang');
  if (address.language === 'en') target.searchParams.set('lang', 'en');
  const href = target.pathname + target.search + target.hash;
  const remove = () => {
    removeQuestion(question.name);
    onTold(words.removed(question.name));
  };
  return (
    <>
      <a href={href} onClick={(event) => follow(event, href)}>
        {question.name}
      </a>
      <small>
        {names[view]} · {words.savedAt} {sayMoment(question.savedAt)}
      </small>
      <Renaming name={question.name} />
      <button
        type="button"
        className="quiet"
        aria-label={`${words.remove}: ${question.name}`}
        onClick={remove}
      >
        {words.remove}
      </button>
    </>
  );
}

function follow(event: MouseEvent, href: string): void {
  event.preventDefault();
  go(href);
}

function Renaming({ name }: { name: string }): ReactElement {
  const { words } = useDesk();
  const [next, setNext] = useState(name);
  return (
    <details className="more">
      <summary>{words.rename}</summary>
      <label>
        <span>{words.saveName}</span>
        <input value={next} onChange={(event) => setNext(event.target.value)} />
      </label>
      <button type="button" onClick={() => renameQuestion(name, next)}>
        {words.rename}
      </button>
    </details>
  );
}

interface CarryingProps {
  readonly isEmpty: boolean;
  readonly onTold: (sentence: string) => void;
}

function Carrying({ isEmpty, onTold }: CarryingProps): ReactElement {
  const { words } = useDesk();
  const read = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (!file) return;
    const count = importQuestions(await file.text());
    onTold(count === undefined ? words.importWrong : words.imported(count));
    target.value = '';
  };
  return (
    <div className="carrying">
      <button
        type="button"
        disabled={isEmpty}
        onClick={() => saveFile('manabi-workbench-questions.json', exportedQuestions())}
      >
        {words.exportSaved}
      </button>
      <label>
        <span>{words.importSaved}</span>
        <input type="file" accept="application/json,.json" onChange={(event) => void read(event)} />
      </label>
    </div>
  );
}
