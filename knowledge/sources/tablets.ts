import { passage } from '@facialis/language'
import { read } from './source.ts'

/** Tablets, for those who can have neither toxin nor surgery. */

export const K81 = passage(
  'K81',
  read('medscape-medicines', 'Medscape answers on medicines in HFS', '2019', 'answers 193769 and 194464'),
  {
    locator: 'medication',
    strength: 'weak',
    says: 'Carbamazepine, clonazepam and baclofen are tried in early mild cases or where toxin is unsuitable; the benefit is small and tires with time.',
  },
)
export const K81b = passage(
  'K81b',
  read(
    'curr-treat-2017',
    'Treatment of blepharospasm and HFS. Curr Treat Options Neurol',
    '2017',
    'doi:10.1007/s11940-017-0475-0',
  ),
  {
    locator: 'abstract',
    strength: 'moderate',
    says: 'Tablets give short-lived relief with side effects and are for people who cannot have toxin or surgery.',
  },
)
export const K82 = passage(
  'K82',
  read(
    'patel-1996',
    'Patel, Naritoku. Gabapentin in HFS. Clin Neuropharmacol 19:185',
    '1996',
    'Clin Neuropharmacol 1996;19:185-8',
  ),
  {
    locator: 'case series',
    strength: 'weak',
    says: 'Gabapentin helped in a small series.',
  },
)
