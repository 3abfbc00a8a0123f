/** A number as somebody wrote it, in digits of either language or in words. */
export interface WrittenNumber {
  written: string;
  /** What it may mean: `16,377` is sixteen thousand to some and sixteen point four to others. */
  readings: readonly Reading[];
  /** `count` where what is counted follows: "4 kabupaten" is no percentage. */
  unit: 'percent' | 'points' | 'count' | 'none';
  /** `less` is short of it but near ("hampir"), `under` anywhere below it ("belum", "kurang dari"). */
  hedge: 'more' | 'less' | 'under' | 'about' | null;
  /** The change it is the size of: "naik 1.785". */
  direction: 'up' | 'down' | null;
  /** Of "1 dari 9": the 9. */
  outOf: readonly Reading[] | null;
  /** A fraction in words, of which the readings are the share. */
  isFraction: boolean;
}

export interface Reading {
  value: number;
  /** Half of the last place that was written: 16,4 ribu stands for anything within 50. */
  tolerance: number;
  /** Half of the place that its noughts may be rounded to: of 9.000 the thousand, of 9.100 the hundred. */
  roundedTolerance: number;
}

export interface WrittenDirection {
  written: string;
  direction: 'up' | 'down';
}

const months =
  'jan(?:uari|uary)?|feb(?:ruari|ruary)?|mar(?:et|ch)?|apr(?:il)?|mei|may|jun[ie]?|jul[iy]?|agustus|august|agt|ags|agu|aug|sep(?:tember)?|ok?t(?:ober)?|oct(?:ober)?|nov(?:ember)?|des(?:ember)?|dec(?:ember)?';
const labels =
  'edisi|edition|minggu|pekan|week|triwulan|tw|quarter|semester|tahap|fase|phase|pasal|ayat|nomor|no\\.?|slide|halaman|page|perpres|perda|pergub|uu|sk|se|desil|decile|usia|umur|aged?|paket|tahun|year|dokumen|versi|version|peringkat|ranking|rank|urutan';

/** What is written in digits and is no figure: the programme's name, dates, years, clock times, numbers of things, spans. */
const notFigures: readonly RegExp[] = [
  /\b4\s*\+\s*1\b/gu,
  /\bRp\.?\s*\d[\d.,]*(?:\s*(?:ribu|juta|miliar|triliun)\b)?/giu,
  new RegExp(`\\b(?:\\d{1,2}\\s*(?:[–-]\\s*\\d{1,2}\\s*)?)?(?:${months})\\b\\.?(?:\\s+\\d{4})?`, 'giu'),
  /\b\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\b/gu,
  /\b\d{4}-\d{2}(?:-\d{2})?\b/gu,
  /\b(?:pukul\s+)?\d{1,2}[.:]\d{2}\s*(?:wita|wib|wit)\b/giu,
  /\bpukul\s+\d{1,2}(?:[.:]\d{2})?/giu,
  new RegExp(
    `\\b(?:${labels})\\s*(?:ke-?\\s*)?[-–]?\\s*\\d[\\d.]*(?:\\s*(?:[–-]|sampai|to)\\s*\\d+)?(?:\\s*(?:tahun|bulan|years?|months?))?(?![\\d.,]*\\s*%)`,
    'giu',
  ),
  /\bke-?\s?\d+\b/giu,
  /(?<![\d.,])(?:19|20)\d{2}(?:\s*[/–-]\s*(?:19|20)?\d{2})?(?![\d]|[.,]\d|\s*(?:%|persen|per\s?cent))/gu,
  /\b(?:\d+|[a-z]+)(?:\s*[–-]\s*\d+)?\s*(?:tahun|bulan|minggu|pekan|jam|kali(?:\s+lipat)?|years?|months?|weeks?|hours?|times)\b/giu,
  /\b(?:salah\s+satu|satu-satunya|satu\s+sama\s+lain|satu\s+data|nomor\s+satu|one\s+another|no\s+one)\b/giu,
];
const days = /\b(?:\d+|[a-z]+)\s*(?:hari|days?)\b/giu;

const digits: Readonly<Record<string, number>> = {
  satu: 1,
  dua: 2,
  tiga: 3,
  empat: 4,
  lima: 5,
  enam: 6,
  tujuh: 7,
  delapan: 8,
  sembilan: 9,
  sepuluh: 10,
  sebelas: 11,
  seratus: 100,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};
const tens: Readonly<Record<string, (digit: number) => number>> = {
  belas: (digit) => digit + 10,
  puluh: (digit) => digit * 10,
  ratus: (digit) => digit * 100,
};
const scales: Readonly<Record<string, number>> = {
  ribu: 1e3,
  rb: 1e3,
  thousand: 1e3,
  juta: 1e6,
  jt: 1e6,
  million: 1e6,
  miliar: 1e9,
  billion: 1e9,
};
const fractions: readonly [RegExp, number][] = [
  [/dua\s+pertiga|two[\s-]+thirds/iu, 2 / 3],
  [/tiga\s+perempat|three[\s-]+quarters/iu, 3 / 4],
  [/separuh|setengah|half/iu, 1 / 2],
  [/sepertiga|(?:a|one)[\s-]+third/iu, 1 / 3],
  [/seperempat|(?:a|one)[\s-]+quarter/iu, 1 / 4],
];

const digitWord = Object.keys(digits).join('|');
const numberText = `\\d+(?:[.,]\\d+)*|(?:${digitWord})\\b(?:\\s+(?:belas|puluh|ratus)\\b)?`;
const scaleText = `(?:\\s*(?<scale>${Object.keys(scales).join('|')})\\b)?`;
const unitText = '(?:\\s*(?<unit>%|poin\\s+persen(?:tase)?|percentage\\s+points?|persen|per\\s?cent))?';
const hedgeText =
  '(?:(?<hedge>lebih\\s+dari|di\\s+atas|more\\s+than|over|above|hampir|nyaris|almost|nearly|belum(?:\\s+(?:sampai|mencapai))?|(?:tidak|tak)\\s+(?:sampai|mencapai)|kurang\\s+dari|di\\s+bawah|less\\s+than|under|below|sekitar|kira-kira|kurang\\s+lebih|about|around|some)\\s+)?';
const changeText =
  '(?:(?<change>naik|meningkat|bertambah|turun|menurun|berkurang|up|rose|increased|down|fell|decreased)\\s+(?:(?:sebesar|sebanyak|by)\\s+)?)?';
const fractionText = fractions.map(([pattern]) => pattern.source).join('|');

const pattern = new RegExp(
  `${changeText}${hedgeText}(?:(?<fraction>\\b(?:${fractionText})\\b(?:\\s+(?:lebih|more))?)|(?<sign>[-−]|\\bdefla(?:si|tion)\\s+(?:\\p{L}+\\s+){0,3}?)?(?<![\\p{L}\\d])(?<number>${numberText})${scaleText}(?:\\s+(?:dari|of|in|out\\s+of)\\s+(?<whole>${numberText})(?!\\d|[.,]\\d|\\s*%)${scaleText.replace('scale', 'wholeScale')})?${unitText})`,
  'giu',
);
const up = /^(?:naik|meningkat|bertambah|up|rose|increased)$/iu;

/** @param countsDays whether "12 hari" is one of the slide's figures */
export function numbersIn(text: string, countsDays: boolean): WrittenNumber[] {
  const masked = [...notFigures, ...(countsDays ? [] : [days])].reduce(
    (rest, each) => rest.replace(each, (match) => ' '.repeat(match.length)),
    text,
  );
  return [...masked.matchAll(pattern)].flatMap((match) => numberOf(match) ?? []);
}

function numberOf(match: RegExpMatchArray): WrittenNumber | null {
  const { number, fraction, scale, whole, wholeScale, unit, sign, hedge, change } = match.groups ?? {};
  const written = match[0].trim();
  const direction = change ? (up.test(change) ? 'up' : 'down') : null;
  if (fraction) {
    const share = fractions.find(([each]) => each.test(fraction))?.[1] ?? 0;
    const isMore = /\s(?:lebih|more)$/iu.test(fraction);
    return {
      written,
      readings: [{ value: share, tolerance: 0.035, roundedTolerance: 0 }],
      unit: 'none',
      hedge: isMore ? 'more' : hedgeOf(hedge),
      direction: null,
      outOf: null,
      isFraction: true,
    };
  }
  if (!number || isIdleOne(number, whole, unit, match)) return null;
  const isNegative = sign !== undefined;
  return {
    written,
    readings: readingsOf(number, scale).map((each) => (isNegative ? { ...each, value: -each.value } : each)),
    unit: unit ? unitOf(unit) : isCount(number, match) ? 'count' : 'none',
    hedge: hedgeOf(hedge),
    direction,
    outOf: whole ? readingsOf(whole, wholeScale) : null,
    isFraction: false,
  };
}

/** "Satu" is a number beside what is counted, and an article elsewhere. */
function isIdleOne(
  number: string,
  whole: string | undefined,
  unit: string | undefined,
  match: RegExpMatchArray,
): boolean {
  return /^(?:satu|one)$/iu.test(number) && !whole && !unit && !counted.test(textAfter(match));
}

const counted =
  /^\s+(?:kabupaten|kecamatan|desa|isu|laporan|anak|keluarga|opd|angka|tindak|kabar|regenc|district|village|issue|report|child|famil|agenc|figure|action)/iu;

function isCount(number: string, match: RegExpMatchArray): boolean {
  return wordValue(number) !== null || counted.test(textAfter(match));
}

function textAfter(match: RegExpMatchArray): string {
  return (match.input ?? '').slice((match.index ?? 0) + match[0].length);
}

function unitOf(unit: string): WrittenNumber['unit'] {
  return /^(?:poin|percentage)/iu.test(unit) ? 'points' : 'percent';
}

function hedgeOf(hedge: string | undefined): WrittenNumber['hedge'] {
  if (!hedge) return null;
  if (/^(?:lebih|di\s+atas|more|over|above)/iu.test(hedge)) return 'more';
  return /^(?:sekitar|kira|kurang\s+lebih|about|around|some)/iu.test(hedge)
    ? 'about'
    : /^(?:hampir|nyaris|almost|nearly)$/iu.test(hedge)
      ? 'less'
      : 'under';
}

function readingsOf(text: string, scaleWord: string | undefined): Reading[] {
  const scale = scales[scaleWord?.toLowerCase() ?? ''] ?? 1;
  const word = wordValue(text);
  if (word !== null) return [{ value: word * scale, tolerance: scale / 2, roundedTolerance: 0 }];
  const readings = [decimalReading(text, '.', ','), decimalReading(text, ',', '.')].filter((each) => each !== null);
  const distinct = readings.filter(
    (each, index) => readings.findIndex((other) => other.value === each.value) === index,
  );
  return distinct.map(({ value, places }) => {
    const roundedTolerance = places === 0 && scale === 1 ? roundedTo(value) / 2 : 0;
    return { value: value * scale, tolerance: (10 ** -places * scale) / 2, roundedTolerance };
  });
}

function roundedTo(value: number): number {
  let place = 1;
  while (value >= 1000 && place < value && value % (place * 10) === 0) place *= 10;
  return place;
}

function decimalReading(text: string, group: string, point: string): { value: number; places: number } | null {
  const [whole = '', decimals = '', ...more] = text.split(point);
  if (more.length > 0 || decimals.includes(group)) return null;
  const groups = whole.split(group);
  const isGrouped =
    groups.length === 1 || (groups.slice(1).every((each) => each.length === 3) && (groups[0]?.length ?? 0) <= 3);
  if (!isGrouped) return null;
  return { value: Number(`${groups.join('')}.${decimals || '0'}`), places: decimals.length };
}

function wordValue(text: string): number | null {
  const [digit = '', ten = ''] = text.toLowerCase().split(/\s+/u);
  const value = digits[digit];
  if (value === undefined) return null;
  return tens[ten]?.(value) ?? value;
}

const bareDirection =
  /(?<not>\b(?:tidak|belum|bukan|tak|not|no)\s+(?:\w+\s+)?)?\b(?<change>naik|meningkat|turun|menurun|berkurang|bertambah|rose|increased|fell|decreased)\b/giu;

/** "Naik" and "turun" wherever they are said, save where they are denied. */
export function directionsIn(text: string): WrittenDirection[] {
  return [...text.matchAll(bareDirection)].flatMap((match) => {
    const { not, change = '' } = match.groups ?? {};
    return not ? [] : { written: change, direction: up.test(change) || /^(?:rose)$/iu.test(change) ? 'up' : 'down' };
  });
}
