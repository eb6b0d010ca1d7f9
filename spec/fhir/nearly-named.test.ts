import { fuzzyNamesOf, isFuzzilyNamedIn } from '@facialis/fhir/orders/fuzzy-names.ts'
import { foldText } from '@facialis/fhir/terms/fold-text.ts'
import { facialToxin } from '@facialis/knowledge/terminology.ts'
import { expect, it } from 'vitest'

const nearly = fuzzyNamesOf(facialToxin)
const isNear = (text: string): boolean => isFuzzilyNamedIn(foldText(text), nearly)

it.each([
  'Bo tox',
  'bo-tox 100 units',
  'B.O.T.O.X.',
  'b o t u l i n u m',
  'botulnum toxin',
  'Bottox left cheek',
  'botx',
  'Botxo',
  'botoks',
  'Disport',
  'Dys port 500',
  'xeomn',
  'onabotulnumtoxinA',
])('somebody who wrote %s may have meant toxin', (text) => expect(isNear(text)).toBe(true))

it.each([
  'robot oximetry',
  'both eyes, bottom lid',
  'a detox, then lantus and lanoxin',
  'Nabothian cyst',
  'botulism as a child',
  'about oxygen',
  'sport, disposition',
])('nobody who wrote "%s" meant toxin', (text) => expect(isNear(text)).toBe(false))

it('where no name is looked for, none is found', () => {
  for (const names of [[], ['btx'], ['보톡스']])
    expect(isFuzzilyNamedIn('any text at all', fuzzyNamesOf({ ...facialToxin, names }))).toBe(false)
})
