import { passage } from '@facialis/language'
import { read, readOn } from './source.ts'

/** What toxin achieves, and for how long. */

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
