import { passage } from '@facialis/language'
import { read, readOn } from './source.ts'

/** What decompression achieves, when, for whom, and when spasm returns. */

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
  says: 'Facial weakness was transient in 9.5 % and permanent in 0.9 %, hearing loss 3.2 and 2.3 %, fluid leak 1.4 %; stroke and death were each under 0.1 %.',
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

/** For whom. */

export const K101 = passage(
  'K101',
  read('sekula-2013', 'Sekula et al. Decompression over 65. Muscle Nerve 48:770', '2013', 'Muscle Nerve 2013;48:770-6'),
  {
    locator: 'abstract, results',
    strength: 'moderate',
    says: 'Over 65 years relief was similar to that of younger people.',
  },
)
export const K102 = passage(
  'K102',
  read('zhao-2022', 'Zhao et al. Over and under 70. J Neurol Surg A 83:118', '2022', 'doi:10.1055/s-0040-1721018'),
  {
    locator: 'abstract, results',
    strength: 'moderate',
    says: 'From 70 years on neither relief nor hearing risk differed from younger people.',
  },
)
export const K103 = passage(
  'K103',
  read(
    'samsung-60',
    'Safety of decompression from 60 years on, Samsung. Eur Neurol 70:165',
    '2013',
    'Eur Neurol 70:165',
  ),
  {
    locator: 'abstract, results',
    strength: 'moderate',
    says: 'From 60 years on hearing problems and complications together were more frequent.',
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
export const K115 = passage(
  'K115',
  read('kiraspecialist', 'Pre-operative precautions for decompression (clinic page)', readOn, 'kiraspecialist.com'),
  {
    locator: 'precautions',
    strength: 'weak',
    says: 'Blood thinners need a plan before decompression; one clinic’s number of days is not taken over.',
  },
)
export const K116 = passage(
  'K116',
  read(
    'baldauf-2019',
    'Baldauf et al. Nerve compression syndromes. Dtsch Arztebl Int 116:54',
    '2019',
    'doi:10.3238/arztebl.2019.0054',
  ),
  {
    locator: 'review text',
    strength: 'moderate',
    says: 'Toxin comes first, and decompression after its failure or intolerance.',
  },
)
