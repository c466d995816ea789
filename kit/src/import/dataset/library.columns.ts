import type { DatasetColumns } from './definition.js';
import { formColumns } from './form-columns.js';
import { branchForm, branchServiceForm } from './library-branch.form.js';
import { bookSetForm, copyForm, digitalItemForm } from './library-stock.form.js';
import { placeColumns } from './place.columns.js';

const code = placeColumns['code'] ?? [];

/** Branches of the library. */
export const branchColumns: DatasetColumns = {
  id: 'library-branch',
  title: '図書館一覧',
  columns: { code, ...formColumns(branchForm) },
  needs: [['name'], ['readingRoom', 'accessible', 'pickup']],
  marks: ['readingRoom', 'accessible', 'pickup', 'name'],
};

/** Services for readers who cannot come or cannot read print. */
export const branchServiceColumns: DatasetColumns = {
  id: 'branch-service',
  title: 'ハンディキャップサービス一覧',
  columns: { code, ...formColumns(branchServiceForm) },
  needs: [['branch'], ['service'], ['offered']],
  marks: ['service', 'offered', 'forWhom', 'booking'],
};

/** Copies of titles. */
export const copyColumns: DatasetColumns = {
  id: 'copy',
  title: '所蔵一覧',
  columns: { code, ...formColumns(copyForm) },
  needs: [['isbn', 'title'], ['branch'], ['status']],
  marks: ['branch', 'status', 'dueOn'],
};

/** Sets of books for schools. */
export const bookSetColumns: DatasetColumns = {
  id: 'book-set',
  title: '学校支援図書セット一覧',
  columns: { code, ...formColumns(bookSetForm) },
  needs: [['name'], ['schoolSubject', 'unit', 'copies']],
  marks: ['name', 'schoolSubject', 'unit', 'copies', 'isbns'],
};

/** Digitised items. */
export const digitalItemColumns: DatasetColumns = {
  id: 'digital-item',
  title: 'デジタル化資料一覧',
  columns: { code, ...formColumns(digitalItemForm) },
  needs: [['title'], ['type'], ['rights', 'url', 'madeIn']],
  marks: ['type', 'rights', 'madeIn', 'heritage'],
};
