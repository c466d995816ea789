import type { Built, Base, Keyless } from '../dataset/built.js';
import { nameless } from '../dataset/built.js';
import type { Row } from '../row.js';
import { type List, neededColumns } from './list.js';
import { type ListId, type ListRecord, lists } from './lists.js';

/** Builds the record of a row of a list. A row in which a needed column says nothing that can be read is set aside. */
export const toListed =
  (id: ListId) =>
  (row: Row, base: Base): Built => {
    const list: List = lists[id];
    const said = new Map(
      Object.entries(list.columns).map(([name, { reader, presence }]) => [
        name,
        row.read(name, reader) ?? (presence === 'LISTED' ? [] : undefined),
      ]),
    );
    const missing = neededColumns(list).find(([name]) => said.get(name) === undefined);
    if (missing) return { identity: [], setAside: nameless(missing[1].header) };
    const told = Object.fromEntries(said);
    const remarks = row.text('remarks');
    const record = { ...base, kind: id, ...told, ...(remarks === undefined ? {} : { remarks }) };
    const broken = list.rules?.find((rule) => rule.breaks(told));
    if (broken) {
      const { code, message, remedy, namesPersons } = broken;
      const setAside = { code, message, remedy };
      return namesPersons ? { identity: [], setAside } : { ...builtOf(record, list), setAside };
    }
    return builtOf(record, list);
  };

/** The record of a row, and by what it is known where it has no number. */
const builtOf = (record: Readonly<Record<string, unknown>>, { known }: List): Built => ({
  // The columns were read one by one and what is needed is there, so the record says what those of its list say.
  record: record as unknown as Keyless<ListRecord>,
  identity: known.map((name) => JSON.stringify(record[name] ?? null)),
});
