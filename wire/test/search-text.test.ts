import { expect, it } from 'vitest'
import { searchText } from '../index.ts'

it.each([
  ['Müller', 'MULLER'],
  ['Demo Strauß', 'DEMO STRAUSS'],
  ['Işık Yılmaz', 'ISIK YILMAZ'],
  ['İpek', 'ipek'],
  ['Łukasz Ødegård', 'lukasz odegard'],
  ['مُحَمَّد', 'محمد'],
  ['Ｄｅｍｏ', 'demo'],
  ['DEMO STRAUẞ', 'Demo Strauß'],
  ['Demo Ɖaŋ', 'demo daŋ'],
  ...['’', '‘', 'ʼ', 'ʻ', '`', '´', '′', '＇', '｀'].map((sign) => [`Demo O${sign}Brien`, "demo o'brien"]),
  ['ג׳ורג׳', "ג'ורג'"],
  ['مـحـمـد', 'محمد'],
  ['\u0639\u0644\u064a \u0643\u0631\u0645', '\u0639\u0644\u06cc \u06a9\u0631\u0645'],
  ['Demo\u00adAda \u200fSam\u200bple', 'DemoAda Sample'],
  ['ක්\u200dර', 'ක්ර'],
  ['Demo ΝΙΚΟΣ', 'demo νικοσ'],
  ['Demo Smith‑Jones', 'demo smith-jones'],
])('%s is found by %s', (written, typed) => expect(searchText(written)).toBe(searchText(typed)))

it.each([
  ['राम', 'रमा'],
  ['かがわ', 'かかわ'],
])('%s is not found by %s, which is another name', (written, typed) =>
  expect(searchText(written)).not.toBe(searchText(typed)),
)
