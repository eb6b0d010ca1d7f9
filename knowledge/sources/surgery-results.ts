import { passage } from '@facialis/language'
import { read, readOn } from './source.ts'

/** What decompression achieves, at what price, and how its result is recorded. */

const barker = read(
  'barker-1995',
  'Barker et al. Decompression for HFS, 782 procedures. J Neurosurg 82:201',
  '1995',
  'thejns.org J Neurosurg 82/2, p 201',
)
export const K12 = passage('K12', barker, {
  locator: 'abstract, results',
  strength: 'moderate',
  says: 'Ten years after a first decompression 84 % had an excellent and 7 % a partial result (648 operations).',
})
export const K12a = passage('K12a', barker, {
  locator: 'abstract, results',
  strength: 'moderate',
  says: 'Onset was typical in 92 % and atypical in 8 %; typical onset did best.',
})
export const K12b = passage('K12b', barker, {
  locator: 'abstract, results',
  strength: 'moderate',
  says: 'Nearly all failures showed within 24 months; a second operation was less successful and riskier unless done within 30 days of the first.',
})
export const K12c = passage('K12c', barker, {
  locator: 'abstract, complications',
  strength: 'moderate',
  says: 'The ear was deaf afterwards in 2.6 %, brainstem infarction occurred in 0.3 % and death in 0.1 %.',
})

const review22 = read(
  'bjn-2012',
  'Decompression, systematic review of 22 papers. Br J Neurosurg 26:438',
  '2012',
  'doi:10.3109/02688697.2011.641613',
)
export const K83 = passage('K83', review22, {
  locator: 'abstract, results',
  strength: 'strong',
  says: 'Of 5 685 people in 22 papers 91.1 % were spasm-free at a median of 2.9 years, and 2.4 % had a recurrence.',
})
export const K83a = passage('K83a', review22, {
  locator: 'abstract, complications',
  strength: 'strong',
  says: 'Facial weakness was transient in 9.5 % and permanent in 0.9 %, hearing loss 3.2 and 2.3 %, CSF leak 1.4 %; stroke and death were each under 0.1 %.',
})
export const K83b = passage(
  'K83b',
  read(
    'auger-1986',
    'Auger et al. Decompression for HFS. Mayo Clin Proc 61:640',
    '1986',
    'Mayo Clin Proc 1986;61:640-4',
  ),
  {
    locator: 'abstract, results',
    strength: 'weak',
    says: 'An older series had permanent hearing loss in 15 %: a range is shown, never one number.',
  },
)
export const K104 = passage(
  'K104',
  read(
    'kondo',
    'Kondo et al. Proposal for standardised results of decompression (Japan)',
    readOn,
    'pure.fujita-hu.ac.jp record',
  ),
  {
    locator: 'abstract',
    strength: 'moderate',
    says: 'Effect E, complication C and their sum T are recorded apart at one year or later: E-0 symptoms gone, E-2 moderate symptoms, C-0 none, C-2 troublesome, T-2 fair.',
  },
)
export const K104a = passage('K104a', K104.source, {
  locator: 'wording of the other grades (recalled)',
  strength: 'weak',
  says: 'E-1 occasional slight spasm, E-3 no improvement, C-1 slight, C-3 serious; T of 0 is excellent, 1 good, 3 and more poor.',
  unverified: true,
})
export const K105 = passage(
  'K105',
  read(
    'mizobuchi-2017',
    'Mizobuchi et al. Decompression in Japan, 2,907 patients. Neurol Med Chir 57:184',
    '2017',
    'doi:10.2176/nmc.oa.2016-0237',
  ),
  {
    locator: 'abstract, complications',
    strength: 'moderate',
    says: 'Death after decompression was about 0.1 %.',
  },
)
export const K106 = passage(
  'K106',
  read('weidemeier', 'Weidemeier et al. Quality of life after decompression', readOn, 'PMC12955192'),
  {
    locator: 'abstract, results',
    strength: 'moderate',
    says: 'At 12 months 63.4 % were free and another 13.9 % at least 90 % better; any permanent complication was 2.9 %.',
  },
)
export const K107 = passage(
  'K107',
  read(
    'prognosis-2018',
    'Prognosis and complications after decompression, 248 patients. World Neurosurg 118:e557',
    '2018',
    'World Neurosurg 2018;118:e557-61',
  ),
  {
    locator: 'summary of the paper',
    strength: 'weak',
    says: 'Any permanent complication was 4.8 % of 248.',
  },
)
