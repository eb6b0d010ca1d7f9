import { passage } from '@facialis/language'
import { read } from './source.ts'

/** When relief comes after decompression, and when spasm returns. */

const delayedReview = read(
  'jcs-2015',
  'Delayed relief, systematic review. J Craniofac Surg 26:408',
  '2015',
  'doi:10.1097/SCS.0000000000001406',
)
export const K84 = passage('K84', delayedReview, {
  locator: 'abstract, results',
  strength: 'strong',
  says: 'In 12 papers relief was immediate in 71.8 % (59.5 to 84) and delayed in 25.4 % (18.8 to 37.1).',
})

const delayed175 = read(
  'delayed-cure-2022',
  'Delayed cure in 175 patients. J Neurol Surg B 83:548',
  '2022',
  'doi:10.1055/s-0041-1740970',
)
export const K85 = passage('K85', delayed175, {
  locator: 'abstract and table (shares derived)',
  strength: 'moderate',
  says: 'Of 175 people who became spasm-free, 35.4 % were so within a week, 51.4 % within a month, 73.1 % within three, 87.4 % within six and 97.1 % within twelve months.',
})
export const K85a = passage('K85a', delayed175, {
  locator: 'abstract, results',
  strength: 'moderate',
  says: 'The median was 30 days, and transposing the vessel was faster than padding it.',
})
export const K86 = passage(
  'K86',
  read(
    'nunta-aree-2024',
    'Nunta-aree et al. Delayed complete remission. Acta Neurochir 166',
    '2024',
    'doi:10.1007/s00701-024-05891-9',
  ),
  {
    locator: 'abstract, results',
    strength: 'moderate',
    says: 'At one centre 67 % were spasm-free at week one and 86 % in the long run; delayed relief came after a median of 9.1 months, and seven people recurred.',
  },
)
export const K87 = passage(
  'K87',
  read(
    'jkns-2008',
    'Time course of symptom disappearance after decompression. J Korean Neurosurg Soc 44:245',
    '2008',
    'doi:10.3340/jkns.2008.44.4.245',
  ),
  {
    locator: 'abstract, results',
    strength: 'moderate',
    says: 'Of 89 people relief was immediate in 38.2 % and delayed in 60.7 %; a silent period of 1 to 10 days can come before spasm returns for a while.',
  },
)
export const K88 = passage(
  'K88',
  read(
    'menabbawy-2022',
    'Al Menabbawy et al. Recovery-pattern model. Acta Neurochir 164:833',
    '2022',
    'doi:10.1007/s00701-022-05133-w',
  ),
  {
    locator: 'abstract, results',
    strength: 'moderate',
    says: 'Relapse can peak near 8 months, with a second remission near 16 months.',
  },
)
export const K89 = passage(
  'K89',
  read(
    'xinhua-2015',
    'Delayed relief after decompression, XinHua. Acta Neurochir 157:93',
    '2015',
    'Acta Neurochir 2015;157:93-9',
  ),
  {
    locator: 'summary of the paper',
    strength: 'weak',
    says: 'A selected centre that re-explores within days when the lateral spread response stays reports 96.4 % immediate relief and 99.9 % in the end.',
  },
)
export const K90 = passage(
  'K90',
  read(
    'payner-1996',
    'Payner, Tew. Recurrence of HFS after decompression. Neurosurgery 38',
    '1996',
    'Neurosurgery 1996;38',
  ),
  {
    locator: 'abstract, results',
    strength: 'moderate',
    says: 'Of recurrences 86 % came within two years; after two spasm-free years only about 1 % recur.',
  },
)
export const K91 = passage(
  'K91',
  read(
    'recurrence-2022',
    'Recurrence factors, meta-analysis. Brain Sci 12:583',
    '2022',
    'doi:10.3390/brainsci12050583',
  ),
  {
    locator: 'abstract, results',
    strength: 'strong',
    says: 'Spasm recurred in 5.7 % of 1 105 people.',
  },
)
