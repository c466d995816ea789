/** What people call the department of a service. */
export const departmentNames: Readonly<Record<string, string>> = {
  library: '図書館',
  kominkan: '公民館',
  sports: 'スポーツ',
  welfare: '福祉・子育て・健康',
  center: '生涯学習情報センター',
  plan: '生涯学習推進調整担当',
};
