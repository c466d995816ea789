import { escaped } from '@manabi/portal/told-page/html';
import { departmentNames } from '@manabi/portal/department-names';

import { timeTag } from '../page/html-page.js';
import { type Board, type FieldUser, type UsedField, sharedFields } from './board.js';
import { percentOf } from './board-text.js';

const roleNames: Readonly<Record<string, string>> = {
  anonymous: 'だれでも',
  resident: '市民',
  department: '部署',
  analyst: '分析担当',
};

const columns = [
  '使っているシステム',
  '目的',
  '問い合わせ',
  '回数',
  '値がなかった割合',
  '失敗',
  '使い始め',
  '最後の利用',
  '最後に値があった時',
];

/** The board as a page in Japanese for departments: who would break if a field were changed. */
export function boardPage(board: Board, moment: Date): string {
  const links = [...board.keys()].map(
    (name) => `<li><a href="#${escaped(name)}">${escaped(departmentName(name))}</a></li>`,
  );
  const parts = [...board].map(([name, fields]) => department(name, fields));
  return `<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>だれが何を使っているか</title><style>${style}</style></head>
<body><h1>だれが何を使っているか</h1>
<p>項目を変えたりなくしたりすると困るシステムの一覧です。人・検索の言葉・答えの中身は記録していません。
値の有無は、一つの問い合わせにつき一秒に一度まで見て数えます。${timeTag(moment.toISOString())} 現在。</p>
${board.size === 0 ? '<p>まだだれも使っていません。</p>' : `<nav aria-label="部署"><ul>${links.join('')}</ul></nav>`}
${parts.join('\n')}
</body></html>
`;
}

function department(name: string, fields: readonly UsedField[]): string {
  const head = columns.map((column) => `<th scope="col">${column}</th>`).join('');
  const rows = fields.flatMap(({ coordinate, users }) =>
    users.map((user, position) => {
      const field =
        position === 0
          ? `<th scope="row" rowspan="${users.length}"><code>${escaped(coordinate)}</code></th>`
          : '';
      return `<tr>${field}${cellsOf(user)}</tr>`;
    }),
  );
  return `<section id="${escaped(name)}"><h2>${escaped(departmentName(name))}</h2>
<div class="wide" tabindex="0" role="region" aria-label="${escaped(departmentName(name))}の表"><table>
<caption>${escaped(departmentName(name))}が持つ項目と、使っているシステム</caption>
<thead><tr><th scope="col">項目</th>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table></div></section>`;
}

function cellsOf(user: FieldUser): string {
  const { purpose, operation, document, times, nullShare, failed, since, last, lastValue } = user;
  const digest = `<small><code>${document.slice(0, 12)}</code></small>`;
  return [
    escaped(asker(user)),
    escaped(purpose ?? '―'),
    `${escaped(operation ?? '登録のない問い合わせ')} ${digest}`,
    times.toLocaleString('ja'),
    nullShare === null ? '―' : shareOf(nullShare),
    failed.toLocaleString('ja'),
    timeTag(since),
    timeTag(last),
    lastValue === null ? 'まだない' : timeTag(lastValue),
  ]
    .map((cell) => `<td>${cell}</td>`)
    .join('');
}

const shareOf = (share: number): string =>
  percentOf(share).replace('under 1 %', '1 %未満').replace('over 99 %', '99 %超');

const departmentName = (name: string): string =>
  name === sharedFields ? '共通（複数の部署）' : (departmentNames[name] ?? name);

function asker({ client, role, contract }: FieldUser): string {
  if (client !== null) return client;
  return `${roleNames[role] ?? role}（${contract === 'public' ? '公開のグラフ' : '部署のグラフ'}）`;
}

const style = `body{font:1rem/1.6 system-ui,sans-serif;margin:1rem auto;max-width:90rem;padding:0 1rem;color:#1a1a1a;background:#fff}
table{border-collapse:collapse;min-width:60rem}caption{text-align:start;font-weight:600}th,td{border:1px solid #767676;padding:.25rem .5rem;text-align:start;vertical-align:top}
.wide{overflow-x:auto}.wide:focus-visible,a:focus-visible{outline:3px solid #0b57d0}nav ul{display:flex;flex-wrap:wrap;gap:1rem;list-style:none;padding:0}a{color:#0b57d0}`;
