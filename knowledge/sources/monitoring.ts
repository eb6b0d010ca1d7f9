import { passage } from '@facialis/language'
import { read, readOn } from './source.ts'

/** What monitoring in theatre tells, and the palsy that comes late. */

const lsrMeta = read(
  'lsr-meta',
  'Lateral spread response in theatre, meta-analysis of 26 studies',
  readOn,
  'copy without journal',
)
export const K92 = passage('K92', lsrMeta, {
  locator: 'results',
  strength: 'strong',
  says: 'With the response gone at the end spasm persists in 7.3 % at discharge, 4.2 % at three months and 4.0 % at a year; with it present in 47.8, 40.8 and 24.4 %.',
})
export const K92a = passage('K92a', lsrMeta, {
  locator: 'results',
  strength: 'strong',
  says: 'As a test of failure it is about 89 to 90 % specific and 40 % sensitive (7 479 people): gone is no proof of cure, present no proof of failure.',
})
export const K93 = passage(
  'K93',
  read(
    'amr-2020',
    'Abnormal muscle response, meta-analysis. World Neurosurg 137:8',
    '2020',
    'World Neurosurg 2020;137:8-17',
  ),
  {
    locator: 'abstract, results',
    strength: 'strong',
    says: 'Another meta-analysis found the response of little value for the long-term result.',
  },
)
export const K94 = passage(
  'K94',
  read(
    'lsr-month-2022',
    'Lateral spread response at one month. Neurosurgery 91:159',
    '2022',
    'doi:10.1227/neu.0000000000001960',
  ),
  {
    locator: 'abstract, results',
    strength: 'moderate',
    says: 'A response still present at one month predicted spasm at a year with 50.7 % certainty.',
  },
)

const criticalBaep = read(
  'park-2018',
  'Park et al. Critical warning sign of BAEP. Clin Neurophysiol',
  '2018',
  'doi:10.1016/j.clinph.2017.12.032',
)
export const K95 = passage('K95', criticalBaep, {
  locator: 'abstract, results',
  strength: 'moderate',
  says: 'Wave V delayed by 1 ms alone cost nobody their hearing; with an amplitude fall of 50 % or more, or lost, it is critical. Hearing was tested before surgery and one week after.',
})
export const K96 = passage(
  'K96',
  read(
    'prewarning-2021',
    'Prewarning sign of BAEP. Clin Neurophysiol 132:358',
    '2021',
    'doi:10.1016/j.clinph.2020.10.027',
  ),
  {
    locator: 'abstract, results',
    strength: 'moderate',
    says: 'All five hearing losses followed a wave I to III interval lengthened by 0.5 ms or more during retraction.',
  },
)
export const K96b = passage(
  'K96b',
  read('joo-2019', 'Joo et al. Loss of wave I', '2019', 'doi:10.1016/j.clinph.2019.12.409'),
  {
    locator: 'abstract, results',
    strength: 'moderate',
    says: 'Loss of all waves including wave I brought more hearing loss, dizziness and tinnitus.',
  },
)
export const K98 = passage(
  'K98',
  read(
    'thirumala-2015',
    'Thirumala et al. Hearing after BAEP loss. J Clin Neurosci 22:659',
    '2015',
    'J Clin Neurosci 2015;22:659-63',
  ),
  {
    locator: 'abstract, results',
    strength: 'moderate',
    says: 'Of 94 decompressions 24 % lost the brainstem auditory evoked potentials; hearing was lost in 26 % of these and in 5.7 % of the others.',
  },
)
export const K99 = passage(
  'K99',
  read('lee-2018', 'Lee et al. Delayed facial palsy. J Neurosurg 129:299', '2018', 'doi:10.3171/2017.3.JNS162869'),
  {
    locator: 'abstract, results',
    strength: 'moderate',
    says: 'Delayed palsy followed 14.5 %, on day 9.7 on average (1 to 44), and recovered over 3.9 months, fully in 97.8 %.',
  },
)
export const K100 = passage(
  'K100',
  read('palsy-2016', 'Prognosis of delayed facial palsy. Acta Neurochir', '2016', 'doi:10.1007/s00701-015-2652-9'),
  {
    locator: 'abstract, results',
    strength: 'moderate',
    says: 'Delayed palsy followed 6.5 %, on day 10.2 on average (2 to 30), and lasted 59.7 days.',
  },
)
