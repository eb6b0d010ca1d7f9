import { passage } from '@facialis/language'
import { read, readOn } from './source.ts'

/** What the scores mean and which change matters. */

const smc = read(
  'lee-2012',
  'Lee et al. New clinical grading scale (SMC). Stereotact Funct Neurosurg 90:16',
  '2012',
  'doi:10.1159/000330396',
)
export const K41 = passage('K41', smc, {
  locator: 'abstract, grades and results',
  strength: 'moderate',
  says: 'Grade I is around the eye only, II spread to other muscles of that side, III vision disturbed by frequent tonic spasm, IV disfiguring asymmetry; the median HFS-7 was 9, 12, 16 and 17.',
})
export const K42 = passage(
  'K42',
  read('tambasco-2019', 'Tambasco et al. Validation of HSGS. Neurol Sci', '2019', 'doi:10.1007/s10072-019-03921-4'),
  {
    locator: 'abstract, results',
    strength: 'moderate',
    says: 'The HSGS agrees within raters at 0.73 to 0.83 and between raters at 0.62 to 0.82, and does not follow HFS-7.',
  },
)
export const K43 = passage(
  'K43',
  read(
    'lee-2023',
    'Lee et al. Interrater reliability of HFS scales. J Neural Transm 130:1269',
    '2023',
    'doi:10.1007/s00702-023-02667-w',
  ),
  {
    locator: 'abstract, results',
    strength: 'moderate',
    says: 'On video raters agree only moderately: SMC 0.47, and 0.59 after training; Jankovic 0.41 and 0.63; HSGS 0.43 and 0.60; intensity 0.43 and 0.53; Tunç 0.65 and 0.71.',
  },
)
export const K44 = passage(
  'K44',
  read('jrs-2009', 'Metric properties of JRS and BSDI. Mov Disord', '2009', 'doi:10.1002/mds.22368'),
  {
    locator: 'abstract, results (blepharospasm trial)',
    strength: 'moderate',
    says: 'A change of two points of the Jankovic total is clinically meaningful, as measured in blepharospasm.',
  },
)
export const K45 = passage(
  'K45',
  read('jrs-wiki', 'Jankovic rating scale for HFS, neurosurgery wiki', readOn, 'neurosurgerywiki.com'),
  {
    locator: 'anchors',
    strength: 'weak',
    says: 'Wording of the Jankovic anchors adapted to hemifacial spasm.',
    unverified: true,
  },
)
export const K46 = passage(
  'K46',
  read('tan-2004', 'Tan et al. HFS-30. J Neurol Sci 219:151', '2004', 'doi:10.1016/j.jns.2004.01.010'),
  {
    locator: 'abstract',
    strength: 'moderate',
    says: 'HFS-30 asks 30 items on mobility, daily living, emotion, stigma, support, cognition and communication, each 0 to 4, together 0 to 120.',
  },
)
export const K47 = passage(
  'K47',
  read('tan-2005', 'Tan et al. HFS-7. J Neurol Neurosurg Psychiatry 76:1707', '2005', 'doi:10.1136/jnnp.2005.065656'),
  {
    locator: 'abstract, results',
    strength: 'moderate',
    says: 'HFS-7 asks seven items, 0 to 28 together; its inner consistency is 0.88 and its retest agreement 0.75 to 0.90.',
  },
)
export const K48 = passage(
  'K48',
  read('huang-2009', 'Huang et al. HFS-36. Health Qual Life Outcomes 7:104', '2009', 'doi:10.1186/1477-7525-7-104'),
  {
    locator: 'methods (maximum derived from the item count)',
    strength: 'moderate',
    says: 'HFS-36 adds bodily discomfort to eight scales of items scored 0 to 4, at most 144 by count.',
  },
)

const mic = read(
  'saengphatrachai-2025',
  'Saengphatrachai et al. MIC of HFS-30 and HFS-7. Clin Parkinsonism Relat Disord 12',
  '2025',
  'doi:10.1016/j.prdoa.2024.100295',
)
export const K49 = passage('K49', mic, {
  locator: 'congress abstract, results',
  strength: 'weak',
  says: 'The smallest change of HFS-30 that matters is 4.46 points downward (3.65 to 5.41; one centre, n = 112, short follow-up).',
})
export const K49a = passage('K49a', mic, {
  locator: 'congress abstract, results',
  strength: 'weak',
  says: 'The smallest change of HFS-7 that matters is 2.63 points downward (1.92 to 3.33).',
})
export const K49b = passage('K49b', mic, {
  locator: 'congress abstract, results',
  strength: 'weak',
  says: 'The more depressed somebody is, the larger the change has to be before it matters to them.',
})
export const K50 = passage(
  'K50',
  read(
    'rudzinska-2012',
    'Rudzińska et al. Quality of life in HFS. Neurol Neurochir Pol 46:121',
    '2012',
    'Neurol Neurochir Pol 2012;46:121-9',
  ),
  {
    locator: 'methods and results',
    strength: 'weak',
    says: 'Before treatment the mean HFS-36 was 47 with a deviation of 31; the paper prints a maximum of 140.',
  },
)
export const K51 = passage(
  'K51',
  read('wabbels-2021', 'Wabbels, Yaqubi. HFS score. J Neural Transm', '2021', 'doi:10.1007/s00702-021-02343-x'),
  {
    locator: 'abstract',
    strength: 'moderate',
    says: 'The Bonn score joins a clinical part with a quality-of-life scale of 0 to 100.',
  },
)
