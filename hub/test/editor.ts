import { randomUUID } from 'node:crypto';

import type { Answered, Asked } from './ask.js';

/** A record that is edited, and how it is read and written. */
export interface EditedRecord {
  readonly id: string;
  readonly service: 'kominkan' | 'sports';
}

/** One write that was answered. */
export interface AnsweredWrite {
  readonly record: EditedRecord;
  /** Tells this write from every other; it stands in the record of changes. */
  readonly reason: string;
  readonly title: string;
  readonly answer: 'written' | 'refused';
}

interface Refusal {
  readonly __typename: string;
  readonly why?: { readonly ja: string };
  readonly whatToDo?: { readonly ja: string };
  readonly currentRevision?: number;
  readonly changes?: readonly unknown[];
}

const words = {
  kominkan: { field: 'course', verb: 'changeCourse', input: 'ChangeCourseInput' },
  sports: { field: 'sportsClass', verb: 'changeSportsClass', input: 'ChangeSportsClassInput' },
} as const;

const mutation = ({ service }: EditedRecord): string => {
  const { verb, input } = words[service];
  return `mutation Edit($input: ${input}!) { answer: ${verb}(input: $input) { __typename
    ... on ChangedMeanwhile { why { ja } whatToDo { ja } currentRevision changes { field } }
    ... on RecordUnknown { why { ja } whatToDo { ja } } ... on NotInOrder { why { ja } whatToDo { ja } } } }`;
};

/** Somebody who edits one record after another, and does not rest until each write is answered. */
export class Editor {
  readonly answered: AnsweredWrite[] = [];
  /** What is wrong with how it was answered; must stay empty. */
  readonly faults: string[] = [];
  /** Requests that were sent once more, with the same key. */
  repeats = 0;

  constructor(
    private readonly ask: (asked: Asked) => Promise<Answered>,
    private readonly records: readonly EditedRecord[],
  ) {}

  /** Edits until a moment of `performance.now()`. */
  async edit(until: number): Promise<void> {
    while (performance.now() < until) {
      const record = this.records[Math.floor(Math.random() * this.records.length)];
      const revision = record && (await this.#revisionOf(record));
      if (record && typeof revision === 'number') await this.#write(record, revision);
    }
  }

  async #revisionOf({ id, service }: EditedRecord): Promise<unknown> {
    const query = `query ($id: ID!) { record: ${words[service].field}(id: $id) { revision } }`;
    const { data } = await this.#answered({ query, variables: { id } });
    return data?.record?.revision;
  }

  async #write(record: EditedRecord, revision: number): Promise<void> {
    const key = randomUUID();
    const [reason, title] = [`edit ${key}`, `編集中の講座 ${key.slice(0, 8)}`];
    const input = { id: record.id, revision, idempotencyKey: key, reason, details: { title } };
    const asked = { query: mutation(record), variables: { input } };
    for (;;) {
      const { data, errors } = await this.#answered(asked);
      if (data?.answer) return this.#take({ record, reason, title }, data.answer);
      const codes = errors?.map(({ extensions }) => extensions?.code ?? 'none') ?? [];
      if (!codes.every((code) => passing.has(code))) {
        this.faults.push(`${reason}: ${codes.join(' ')}`);
        return;
      }
      // Whether it was done nobody knows: the same request with the same key finds out.
      this.repeats += 1;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  #take(write: Omit<AnsweredWrite, 'answer'>, answer: Refusal): void {
    if (answer.__typename.endsWith('Written')) {
      this.answered.push({ ...write, answer: 'written' });
      return;
    }
    this.answered.push({ ...write, answer: 'refused' });
    const isTold = Boolean(answer.why?.ja && answer.whatToDo?.ja);
    const tellsChanges = answer.__typename !== 'ChangedMeanwhile' || answer.changes?.length;
    if (!isTold || !tellsChanges) this.faults.push(`${write.reason}: ${JSON.stringify(answer)}`);
  }

  async #answered(asked: Asked): Promise<Partial<Answered>> {
    try {
      return await this.ask(asked);
    } catch {
      return {};
    }
  }
}

/** What a gateway says of a department that is down, or that went down while it was asked. */
const passing: ReadonlySet<string> = new Set([
  'SUBGRAPH_UNREACHABLE',
  'OUTCOME_UNKNOWN',
  'DEADLINE_EXCEEDED',
  'UNAVAILABLE',
]);
