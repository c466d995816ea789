/** Under which the city publishes what is its own; a row of another licence says so in the graph. */
export const licence = {
  name: 'クリエイティブ・コモンズ 表示 4.0 国際（CC BY 4.0）',
  address: 'https://creativecommons.org/licenses/by/4.0/',
} as const;
