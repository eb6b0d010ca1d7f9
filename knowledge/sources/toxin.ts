import { passage } from '@facialis/language'
import { read, readOn } from './source.ts'

/** What toxin achieves, for how long, and at what price. */

export const K52 = passage(
  'K52',
  read(
    'aan-2008',
    'AAN assessment of botulinum toxin in movement disorders. Neurology 70:1699',
    '2008',
    'doi:10.1212/01.wnl.0000311389.26145.95',
  ),
  {
    locator: 'abstract, recommendations',
    strength: 'strong',
    says: 'Toxin may be considered for hemifacial spasm (level C): the trials were small, and practice may justify more.',
  },
)
export const K53 = passage(
  'K53',
  read(
    'aan-2016',
    'Simpson et al. AAN botulinum toxin update. Neurology 86:1818',
    '2016',
    'doi:10.1212/WNL.0000000000002560',
  ),
  {
    locator: 'scope; retirement notice',
    strength: 'strong',
    says: 'The 2016 update left hemifacial spasm out and was retired on 7 April 2025.',
  },
)

const tambasco = read(
  'tambasco-2021',
  'Tambasco et al. Botulinum toxin for HFS, update. Toxins 13:881',
  '2021',
  'doi:10.3390/toxins13120881',
)
export const K64 = passage('K64', tambasco, {
  locator: 'results',
  strength: 'strong',
  says: 'Across studies from 1991 to 2021, 73 to 98.4 % responded, and the effect lasted about 12 weeks on average.',
})
export const K64a = passage('K64a', tambasco, {
  locator: 'introduction',
  strength: 'strong',
  says: 'Hemifacial spasm is chronic, and spontaneous remission is rare.',
})
export const K65 = passage(
  'K65',
  read(
    'defazio-2002',
    'Defazio et al. Toxin for primary HFS, ten years. Arch Neurol 59:418',
    '2002',
    'doi:10.1001/archneur.59.3.418',
  ),
  {
    locator: 'abstract, results',
    strength: 'moderate',
    says: 'Over ten years the effect did not fade at the same dose, lasting 12.6 weeks, and local side effects became rarer.',
  },
)

const dysport175 = read(
  'jitpimolmard-1998',
  'Jitpimolmard et al. Dysport in HFS, 175 cases. JNNP 64:751',
  '1998',
  'doi:10.1136/jnnp.64.6.751',
)
export const K66 = passage('K66', dysport175, {
  locator: 'abstract and table 2',
  strength: 'moderate',
  says: 'In 855 treatments the mean dose of abobotulinumtoxin was 92 U; other series used 53 to 149 U, and a series with onabotulinumtoxin 34 U. The effect lasted 3.4 months, in another series 4.93.',
})
export const K66a = passage('K66a', dysport175, {
  locator: 'results',
  strength: 'moderate',
  says: 'Moving the upper-lid injection cut drooping of the lid from 27.2 to 9.7 %; 29 % of treatments had some side effect, in other series 8 %, and up to 92 % at old high doses.',
})
export const K66c = passage('K66c', dysport175, {
  locator: 'results',
  strength: 'moderate',
  says: 'The mean relief at its peak was 77.2 %.',
})
export const K66b = passage(
  'K66b',
  read('gil-polo-2013', 'Gil Polo et al. Neurologia 28:131', '2013', 'Neurologia 2013;28:131-6'),
  {
    locator: 'abstract, results',
    strength: 'weak',
    says: 'In one clinic the diagnosis came after a mean of 59.7 months.',
  },
)

const curitiba = read(
  'curitiba-2017',
  'Botulinum toxin A in HFS, Curitiba. Arq Neuropsiquiatr 75(2)',
  '2017',
  'SciELO S0004-282X2017000200003',
)
export const K67 = passage('K67', curitiba, {
  locator: 'results',
  strength: 'moderate',
  says: 'The effect began after 7.1 days and lasted 3.1 months, while sessions really lay 5.8 months apart.',
})
export const K67a = passage('K67a', curitiba, {
  locator: 'results',
  strength: 'moderate',
  says: 'Over the years 37 % of people had some side effect; drooping of the lid was given as 35.1 %, of what is unclear.',
})

const ankara = read(
  'sorgun-2015',
  'Sorgun et al. Toxin in HFS over 16 years. J Clin Neurosci',
  '2015',
  'J Clin Neurosci 2015',
)
export const K68 = passage('K68', ankara, {
  locator: 'abstract, results',
  strength: 'moderate',
  says: 'In 470 sessions of 68 people the effect began after 8 days, reached 73.7 % relief and lasted 14.8 weeks; brands were mixed.',
})
export const K68a = passage('K68a', ankara, {
  locator: 'abstract, results',
  strength: 'moderate',
  says: 'Some side effect followed 20.3 % of treatments, bruise or swelling 4.9 %.',
})
export const K69 = passage(
  'K69',
  read('jnnp-1986', 'Botulinum toxin treatment of HFS, six patients. JNNP 49:827', '1986', 'doi:10.1136/jnnp.49.7.827'),
  {
    locator: 'abstract',
    strength: 'weak',
    says: 'In six people the effect lasted 15 weeks.',
  },
)

const thailand = read(
  'southern-thailand',
  'Long-term toxin for HFS and blepharospasm, southern Thailand',
  readOn,
  'archived copy',
)
export const K70 = passage('K70', thailand, {
  locator: 'results',
  strength: 'weak',
  says: 'The effect lasted 17.3 weeks.',
})
export const K70a = passage('K70a', thailand, {
  locator: 'results',
  strength: 'weak',
  says: 'Some effect followed 5.4 % of treatments, facial weakness 5 %; effects lasted one to four weeks.',
})
export const K71 = passage(
  'K71',
  read(
    'kalra-1990',
    'Kalra, Magoon. Side effects of botulinum toxin. Ophthalmic Surg 21:335',
    '1990',
    'Ophthalmic Surg 1990;21:335-8',
  ),
  {
    locator: 'abstract, results',
    strength: 'moderate',
    says: 'Per injection: drooping lid 8.4 %, facial droop 3.57 %, corneal exposure 2.59 %, blurred vision 2.59 %, double vision 1.62 %; nothing systemic in 308 treatments.',
  },
)

const melbourne = read(
  'melbourne-1994',
  'Efficacy and side effects of botulinum toxin, Melbourne. Aust N Z J Ophthalmol 22:255',
  '1994',
  'doi:10.1111/j.1442-9071.1994.tb00793.x',
)
export const K72 = passage('K72', melbourne, {
  locator: 'abstract, results',
  strength: 'moderate',
  says: 'Once a dose works, more units do not lengthen the effect, whose median was 12 weeks.',
})
export const K72a = passage('K72a', melbourne, {
  locator: 'abstract, results',
  strength: 'moderate',
  says: 'The lid drooped after 12 % of treatments; nothing systemic happened in 989.',
})

const fixedDose = read(
  'fixed-dose-abstract',
  'Fixed-site, fixed-dose onabotulinumtoxin in HFS, MDS congress abstract',
  readOn,
  'mdsabstracts.org',
)
export const K73 = passage('K73', fixedDose, {
  locator: 'results',
  strength: 'weak',
  says: 'After 20 U in four sites the mean HFS-30 fell from 48.88 to 9.63, 7.71, 9.41 and 35.06 at weeks 2, 4, 8 and 12: lowest at week 4.',
})
export const K73a = passage('K73a', fixedDose, {
  locator: 'results',
  strength: 'weak',
  says: 'The brow was uneven in 8 of 49 people after this scheme.',
})
export const K74 = passage(
  'K74',
  read(
    'crossover-2017',
    'Preseptal and pretarsal injection, crossover. Neurol Sci',
    '2017',
    'doi:10.1007/s10072-017-3107-2',
  ),
  {
    locator: 'abstract, results',
    strength: 'moderate',
    says: 'In a crossover trial lids drooped only after preseptal injection.',
  },
)
export const K74b = passage(
  'K74b',
  read(
    'canbasoglu-2020',
    'Canbasoğlu Yılmaz et al. Pretarsal and preseptal injection',
    '2020',
    'doi:10.1080/00207454.2020.1750389',
  ),
  {
    locator: 'abstract, results',
    strength: 'moderate',
    says: 'Two pretarsal sites worked better than four preseptal ones, with fewer units.',
  },
)
export const K75 = passage(
  'K75',
  read('teekaput-2023', 'Teekaput, Thiankhaw. Ten-year comparison, AAN abstract 002029', '2023', 'AAN 2023'),
  {
    locator: 'abstract, results',
    strength: 'weak',
    says: 'Over ten years adverse events followed 5.2 % of pretarsal and 9.4 % of preseptal injections.',
  },
)
export const K76 = passage(
  'K76',
  read(
    'asymmetry-2016',
    'Facial asymmetry before and after toxin. Neurol Sci 37:1807',
    '2016',
    'doi:10.1007/s10072-016-2670-2',
  ),
  {
    locator: 'abstract, results',
    strength: 'moderate',
    says: 'After one-sided injection the resting face becomes more symmetrical and the moving face less so.',
  },
)
export const K77 = passage(
  'K77',
  read(
    'bilateral-technique-2015',
    'Bilateral toxin technique in HFS. Rev Bras Cir Plast 30(2)',
    '2015',
    'doi:10.5935/2177-1235.2015RBCP0142',
  ),
  {
    locator: 'abstract, results',
    strength: 'weak',
    says: 'One technique treats both sides to keep the moving face even, with 28.4 U on the spasm side and 20.2 U on the other on average.',
  },
)
export const K78 = passage(
  'K78',
  read(
    'therapeutic-approach-2022',
    'Toxin in HFS, synkinesis and blepharospasm. Toxins 14:362',
    '2022',
    'doi:10.3390/toxins14050362',
  ),
  {
    locator: 'results',
    strength: 'moderate',
    says: 'In a mixed clinic facial droop followed 11.8 % of treatments.',
  },
)
export const K79 = passage(
  'K79',
  read(
    'jariyakosol-2021',
    'Jariyakosol et al. Dry eye in HFS after toxin. Clin Ophthalmol 15:1775',
    '2021',
    'doi:10.2147/OPTH.S305817',
  ),
  {
    locator: 'abstract',
    strength: 'moderate',
    says: 'Dry or exposed eyes are looked for and treated around toxin, with fewer units in the lower lid.',
  },
)
export const K80 = passage(
  'K80',
  read(
    'bdj-letter-2022',
    'Letter on side effects and interactions of toxin. Br Dent J',
    '2022',
    'nature.com/articles/s41415-022-4006-3',
  ),
  {
    locator: 'letter',
    strength: 'weak',
    says: 'Aminoglycosides and similar drugs may strengthen the effect and aminoquinolines weaken it; in pregnancy and breastfeeding it is avoided unless clearly needed.',
  },
)
export const K118 = passage(
  'K118',
  read(
    'life-2023',
    'Clinical application of botulinum toxin for HFS. Life 13:1760',
    '2023',
    'doi:10.3390/life13081760',
  ),
  {
    locator: 'review text',
    strength: 'moderate',
    says: 'In large series the effect lasts about 15 weeks.',
  },
)

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
