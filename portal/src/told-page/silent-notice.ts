import { departmentNames } from '../department-names.js';
import { wordOf } from '../search/words.js';
import { type Html, html } from './html.js';

/** Says which departments' facts are missing, because they do not answer; nothing where all did. */
export function silentNotice(silent: readonly string[]): Html | null {
  if (silent.length === 0) return null;
  const names = silent.map((name) => wordOf(departmentNames, name)).join('・');
  return html`<p class="notice">ただいま${names}から詳しい情報を取得できません。</p>`;
}
