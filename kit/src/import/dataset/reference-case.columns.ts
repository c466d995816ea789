// A table: the headers of questions that libraries answered, as they export them for the national co-operative database.
import type { DatasetColumns } from './definition.js';
import { placeColumns } from './place.columns.js';

/** Reference cases; columns that tell of who asked (質問者区分 and its like) are not read. */
export const referenceCaseColumns: DatasetColumns = {
  id: 'reference-case',
  title: 'レファレンス事例一覧',
  columns: {
    code: placeColumns['code'] ?? [],
    number: ['管理番号', '事例番号', '事例ID', '登録番号', 'ID', 'NO', '番号'],
    question: ['質問', '質問内容', '質問文'],
    answer: ['回答', '回答内容', '回答文'],
    process: ['回答プロセス', '調査過程', '調査プロセス', '調査経過'],
    ndc: ['NDC', 'NDC番号', '分類', '分類番号', '日本十進分類'],
    keywords: ['キーワード', '件名'],
    sources: ['参考資料', '出典', '参考文献', '典拠資料'],
    answeredOn: ['回答日', '事例作成日', '作成日', '回答年月日', '作成日時', '登録日時'],
    branch: ['提供館', '受付館', '回答館', '館名', '図書館名'],
    remarks: ['備考'],
  },
  needs: [['question'], ['answer']],
  marks: ['question', 'answer', 'process', 'sources', 'keywords'],
};
