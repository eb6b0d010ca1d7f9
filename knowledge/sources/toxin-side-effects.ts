import { passage } from '@facialis/language'
import { read } from './source.ts'
import { K66, K67, K68, K70, K72, K73 } from './toxin-effect.ts'

/** At what price toxin works, and how the injection is placed. */

export const K66a = passage('K66a', K66.source, {
  locator: 'results',
  strength: 'moderate',
  says: 'Moving the upper-lid injection cut drooping of the lid from 27.2 to 9.7 %; 29 % of treatments had some side effect, in other series 8 %, and up to 92 % at old high doses.',
})
export const K67a = passage('K67a', K67.source, {
  locator: 'results',
  strength: 'moderate',
  says: 'Over the years 37 % of people had some side effect; drooping of the lid was given as 35.1 %, of what is unclear.',
})
export const K68a = passage('K68a', K68.source, {
  locator: 'abstract, results',
  strength: 'moderate',
  says: 'Some side effect followed 20.3 % of treatments, bruise or swelling 4.9 %.',
})
export const K70a = passage('K70a', K70.source, {
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
export const K72a = passage('K72a', K72.source, {
  locator: 'abstract, results',
  strength: 'moderate',
  says: 'The lid drooped after 12 % of treatments; nothing systemic happened in 989.',
})
export const K73a = passage('K73a', K73.source, {
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
