import type { DatasetColumns } from '../dataset/definition.js';
import { placeColumns } from '../dataset/place.columns.js';
import { formOf, type List, neededColumns } from './list.js';
import type { ListId } from './lists.js';

/** How the columns of a file of the list are known. */
export const columnsOfList = (id: ListId, list: List): DatasetColumns => ({
  id,
  title: list.title,
  columns: {
    code: placeColumns['code'] ?? [],
    ...Object.fromEntries(
      formOf(list).map(({ column, header, aliases }) => [column, [header, ...(aliases ?? [])]]),
    ),
    remarks: ['備考'],
  },
  needs: neededColumns(list).map(([name]) => [name]),
  marks: list.marks,
});
