// A table: the kinds of file whose rows are places.
import type { DatasetColumns } from './definition.js';
import { nameColumns, placeColumns, serviceColumns } from './place.columns.js';

/** 公共施設一覧 and its kin: libraries, community centres, sports and welfare facilities, AED and tourism lists. */
export const facilityColumns: DatasetColumns = {
  id: 'facility',
  title: '公共施設一覧',
  columns: {
    ...placeColumns,
    ...nameColumns,
    ...serviceColumns,
    poi: ['POIコード', 'POI'],
    kind: ['種別', '施設種別', '施設分類', '施設区分', '分類', '区分', 'カテゴリ', 'カテゴリー'],
    placement: ['設置位置', '設置場所', 'AED設置位置'],
    childPads: ['小児対応設備の有無', '小児対応'],
    capacity: ['収容人数', '定員', '座席数'],
    fee: ['料金(基本)', '料金', '使用料', '利用料'],
    feeDetail: ['料金(詳細)', '料金詳細', '料金説明'],
  },
  needs: [['name'], ['address', 'latitude', 'town', 'city']],
  marks: ['poi', 'placement', 'barrierFree'],
};

/** 子育て施設一覧, older and current edition. */
export const childcareColumns: DatasetColumns = {
  id: 'childcare',
  title: '子育て施設一覧',
  columns: {
    ...placeColumns,
    ...nameColumns,
    ...serviceColumns,
    name: [...(nameColumns['name'] ?? []), '園名', '保育所名', '保育園名', '幼稚園名'],
    kind: ['種別', '施設種別', '施設区分', '区分', '類型'],
    approvedOn: ['認可等年月日', '認可年月日', '設置認可年月日'],
    capacity: ['収容定員', '定員', '認可定員', '利用定員'],
    acceptedAges: ['受入年齢', '受け入れ年齢', '対象年齢', '受入可能年齢'],
    temporaryCare: ['一時預かりの有無', '一時預かり', '一時保育', '一時保育の有無'],
    sickChildCare: ['病児保育の有無', '病児保育'],
    careFeeKind: ['子供預かり料金種別'],
    careFee: ['子供預かり料金'],
    careFeeNote: ['子供預かり料金備考'],
    careOpens: ['子供預かり開所時間'],
    careCloses: ['子供預かり閉所時間'],
    nursingRoom: ['授乳室'],
    changingTable: ['おむつ替えコーナー'],
    eating: ['飲食可否'],
    strollerRental: ['ベビーカー貸出'],
    strollerUse: ['ベビーカー利用', 'ベビーカー利用可'],
  },
  needs: [
    ['name'],
    ['acceptedAges', 'temporaryCare', 'sickChildCare', 'approvedOn', 'careFeeKind'],
  ],
  marks: [
    'acceptedAges',
    'temporaryCare',
    'approvedOn',
    'sickChildCare',
    'careFeeKind',
    'nursingRoom',
  ],
};

/** 文化財一覧. */
export const culturalPropertyColumns: DatasetColumns = {
  id: 'cultural-property',
  title: '文化財一覧',
  columns: {
    ...placeColumns,
    ...nameColumns,
    ...serviceColumns,
    name: [...(nameColumns['name'] ?? []), '文化財名', '文化財名称', '文化財の名称'],
    designation: ['文化財分類', '指定区分', '指定種別', '文化財区分'],
    kind: ['種類', '種別', '文化財種類'],
    placeName: ['場所名称', '所在場所名'],
    quantity: ['員数（数）', '員数', '数量'],
    quantityUnit: ['員数（単位）', '員数単位'],
    owner: ['所有者等', '所有者', '所有者・管理者', '所有者又は管理者', '保持者'],
    designatedOn: ['文化財指定日', '指定年月日', '指定日', '登録年月日'],
    summary: ['概要'],
    summaryEn: ['概要_英語'],
    description: ['説明', '解説'],
    descriptionEn: ['説明_英語'],
  },
  needs: [['name'], ['designation', 'designatedOn', 'quantityUnit']],
  marks: ['designation', 'designatedOn', 'quantity', 'quantityUnit', 'owner'],
};

/** 指定緊急避難場所一覧. */
export const evacuationSiteColumns: DatasetColumns = {
  id: 'evacuation-site',
  title: '指定緊急避難場所一覧',
  columns: {
    ...placeColumns,
    ...nameColumns,
    ...serviceColumns,
    elevation: ['標高', '高度の値'],
    flood: ['災害種別_洪水', '洪水'],
    landslide: [
      '災害種別_崖崩れ、土石流及び地滑り',
      '崖崩れ、土石流及び地滑り',
      '土砂災害',
      '災害種別_土砂災害',
    ],
    stormSurge: ['災害種別_高潮', '高潮'],
    earthquake: ['災害種別_地震', '地震'],
    tsunami: ['災害種別_津波', '津波'],
    fire: ['災害種別_大規模な火事', '大規模な火事', '火事', '大規模火災'],
    inlandFlood: ['災害種別_内水氾濫', '内水氾濫'],
    volcano: ['災害種別_火山現象', '火山現象'],
    isShelter: ['指定避難所との重複', '指定避難所と同一'],
    capacity: ['想定収容人数', '収容人数', '避難可能人数'],
    neighbourhoods: ['対象となる町会・自治会', '対象町会', '対象地区'],
  },
  needs: [
    ['name'],
    ['flood', 'landslide', 'earthquake', 'fire', 'isShelter', 'tsunami', 'neighbourhoods'],
  ],
  marks: [
    'flood',
    'landslide',
    'stormSurge',
    'earthquake',
    'tsunami',
    'fire',
    'inlandFlood',
    'volcano',
    'isShelter',
  ],
};
