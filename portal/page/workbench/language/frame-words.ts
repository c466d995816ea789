// A table: what stands around every view, in both languages.
import { both } from './both.js';

export const frameWords = {
  workbench: both('分析の机', 'Workbench'),
  city: both('まなびハブ（西東京市）', 'Manabi Hub (Nishitokyo City)'),
  cityAbout: both('西東京市の学びの情報', 'Learning information of Nishitokyo City'),
  toContent: both('本文へ', 'To the content'),
  views: both('机の上の道具', 'Tools of the workbench'),
  viewStatistics: both('統計をつくる', 'Make a statistic'),
  viewExplore: both('自由にたずねる', 'Ask freely'),
  viewCoverage: both('101施策の状況', 'The 101 measures'),
  viewSaved: both('保存した問い', 'Saved questions'),
  otherLanguage: both('English', '日本語'),
  toSearch: both('講座・催しをさがす', 'Find courses and events'),
  toWords: both('データのことばをひく', 'Look up the words of the data'),
  toGraphiql: both('GraphQLで直接たずねる（GraphiQL）', 'Ask in GraphQL (GraphiQL)'),
  nothingLeaves: both(
    'このページは市のコンピューターとだけ話し、外のサイトには何も送りません。',
    'This page speaks with the city’s machine only; nothing is sent to any other site.',
  ),
  bracketed: both(
    (text: string | number) => `（${text}）`,
    (text: string | number) => ` (${text})`,
  ),
  waiting: both('たずねています…', 'Asking…'),
  asks: both('しばらくお待ちください', 'One moment, please'),
  unreachable: both(
    'まなびハブにつながりません。しばらくしてから、もう一度お試しください。',
    'The hub cannot be reached. Please try again in a moment.',
  ),
  tryAgain: both('もう一度たずねる', 'Ask again'),
  refusal: both('次のことは答えられませんでした。', 'This could not be answered:'),
  silentDepartments: both(
    (names: string) => `ただいま${names}から答えがありません。その部署の欄は空です。`,
    (names: string) => `${names} did not answer just now; what they own is left empty.`,
  ),
  lastGood: both(
    (name: string, at: string) => `${name}が最後に答えたのは${at}です。`,
    (name: string, at: string) => `${name} last answered at ${at}.`,
  ),
  notTrusted: both(
    'この入口では、用意された問いだけをたずねられます。自由な問いは、分析者としてサインインするとたずねられます。',
    'Only ready questions may be asked here. Sign in as an analyst to ask questions of your own.',
  ),
  forbidden: both(
    'この問いの一部には、サインイン（権限・目的）が必要です。',
    'Part of this question needs a sign-in with a scope or a purpose.',
  ),
  explainForbidden: both(
    '計画（どの部署にたずねたか）を見るには、権限「graph.explain」をもつシステムとしてサインインしてください。答えそのものは全部あります。',
    'To see the plan (which departments were asked), sign in as a system with the scope “graph.explain”. The answer itself is complete.',
  ),
  signIn: both('サインイン', 'Sign in'),
  signInAbout: both(
    '部署のシステムとして登録された名前と合言葉で、部署のデータにもたずねられます。合言葉はこの画面を閉じると忘れます。',
    'With the name and secret of a registered system you may ask the departments’ data too. The secret is forgotten when this page is closed.',
  ),
  signInHow: both(
    '登録のしかた：市の担当者が「npm run hub -- client add 名前 --role analyst --scope 権限」を一度実行します。',
    'How to register: the city’s operator runs “npm run hub -- client add NAME --role analyst --scope SCOPE” once.',
  ),
  clientName: both('システムの名前', 'Name of the system'),
  clientSecret: both('合言葉（シークレット）', 'Secret'),
  purpose: both('利用目的（必要なときだけ）', 'Purpose (where one is asked for)'),
  basis: both('法的根拠（必要なときだけ）', 'Legal basis (where one is asked for)'),
  basisHolding: both('保有目的の範囲内', 'Within the purpose of holding'),
  basisStatute: both('法令に基づく', 'By statute'),
  basisConsent: both('本人の同意', 'Consent of the person'),
  basisDuty: both('所掌事務の遂行に必要', 'Needed for the duty of the office'),
  basisPublicBody: both('ほかの行政機関への提供', 'Given to another public body'),
  basisStatistics: both('統計の作成・学術研究', 'Statistics or research'),
  basisBenefit: both('明らかに本人の利益', 'Clearly for the benefit of the person'),
  basisSpecial: both('特別の理由', 'A special reason'),
  noBasis: both('なし', 'None'),
  signedInAs: both(
    (name: string) => `${name}としてサインイン中`,
    (name: string) => `Signed in as ${name}`,
  ),
  scopes: both('権限', 'Scopes'),
  noScopes: both('なし', 'none'),
  signOut: both('サインアウト', 'Sign out'),
  signInFailed: both('名前か合言葉がちがいます。', 'The name or the secret is not right.'),
  signInTooOften: both(
    '試した回数が多すぎます。1分ほどお待ちください。',
    'Too many attempts. Please wait a minute.',
  ),
  signInEnded: both(
    'サインインの期限が切れました。もう一度サインインしてください。',
    'The sign-in has run out. Please sign in again.',
  ),
} as const;
