import { useSyncExternalStore } from 'react';

/** A question that somebody keeps in this browser: the address says all of it. */
export interface SavedQuestion {
  readonly name: string;
  /** Path, query and what stands behind the #, without the machine. */
  readonly href: string;
  /** ISO 8601. */
  readonly savedAt: string;
}

const place = 'manabi-workbench-questions';
/** What a file of questions says of itself. */
const kind = 'manabi-workbench-questions/1';
const heard = new Set<() => void>();
let text = read();
let questions = questionsIn(text);

/** The saved questions, the latest first, again each time they change. */
export function useSaved(): readonly SavedQuestion[] {
  return useSyncExternalStore(
    (listener) => {
      heard.add(listener);
      return () => heard.delete(listener);
    },
    () => questions,
  );
}

/** Keeps a question under a name; one of the same name gives way. False where the browser keeps nothing. */
export function saveQuestion(question: SavedQuestion): boolean {
  return keep([question, ...questions.filter(({ name }) => name !== question.name)]);
}

/** Forgets a question. */
export function removeQuestion(name: string): void {
  keep(questions.filter((each) => each.name !== name));
}

/** Gives a question another name; nothing happens where that is taken. */
export function renameQuestion(name: string, next: string): void {
  if (next.trim() === '' || questions.some((each) => each.name === next)) return;
  keep(questions.map((each) => (each.name === name ? { ...each, name: next } : each)));
}

/** The saved questions as a file. */
export const exportedQuestions = (): Blob =>
  new Blob([JSON.stringify({ kind, questions }, null, 2)], { type: 'application/json' });

/** Takes in the questions of a file beside those that are there. Answers how many; nothing where it is no such file. */
export function importQuestions(file: string): number | undefined {
  const found = file.includes(kind) ? questionsIn(file) : [];
  if (found.length === 0) return undefined;
  const names = new Set(found.map(({ name }) => name));
  keep([...found, ...questions.filter(({ name }) => !names.has(name))]);
  return found.length;
}

function keep(next: readonly SavedQuestion[]): boolean {
  questions = next;
  text = JSON.stringify({ kind, questions });
  for (const listener of heard) listener();
  try {
    localStorage.setItem(place, text);
    return true;
  } catch {
    return false;
  }
}

function read(): string {
  try {
    return localStorage.getItem(place) ?? '';
  } catch {
    return '';
  }
}

/** Questions in a text. Addresses of other pages and machines are left out: a file from a stranger must not lead there. */
export function questionsIn(file: string): readonly SavedQuestion[] {
  try {
    // Whatever stands there is looked at before it is believed.
    const { questions: told } = JSON.parse(file) as {
      questions?: readonly Partial<SavedQuestion>[];
    };
    return (told ?? []).flatMap(({ name, href, savedAt }) =>
      typeof name === 'string' && typeof href === 'string' && isOfDesk(href)
        ? [{ name: name.slice(0, 200), href, savedAt: savedAt ?? '' }]
        : [],
    );
  } catch {
    return [];
  }
}

const isOfDesk = (href: string): boolean => /^\/workbench(?:\/[a-z]+)?(?:[?#]|$)/.test(href);
