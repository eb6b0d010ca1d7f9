import { passage } from '@facialis/language'
import { read, readOn } from './source.ts'

/** What looks like hemifacial spasm, and the tests that tell it apart. */

const ms = read(
  'marin-collazo-2018',
  'Marin Collazo, Tobin. Facial myokymia and HFS in MS. Neurologist 23:1',
  '2018',
  'doi:10.1097/NRL.0000000000000163',
)
export const K16 = passage('K16', ms, {
  locator: 'abstract, results; congress abstract P876 for age',
  strength: 'moderate',
  says: 'In 28 people with multiple sclerosis and facial myokymia it came with a relapse in 11 and settled within months in 27; median age was 40 (17 to 66). Continuous rippling points to the pons.',
})
export const K16a = passage('K16a', ms, {
  locator: 'abstract, results',
  strength: 'weak',
  says: 'Of seven people with multiple sclerosis and hemifacial spasm three had a pontine lesion on that side, three a relapse, and five recovered within four years.',
})
export const K17 = passage(
  'K17',
  read(
    'hfs-electrophysiology-1979',
    'HFS: clinical and electrophysiologic observations, 23 patients. Neurology',
    '1979',
    'insights.ovid.com/neur/197909000/00006114-197909000-00010',
  ),
  {
    locator: 'abstract',
    strength: 'weak',
    says: 'Mild weakness between spasms occurs; spread of the blink reflex to the mouth is seen in hemifacial spasm and after palsy.',
  },
)
export const K18 = passage(
  'K18',
  read('gulevich-diagnosis', 'Gulevich. Hemifacial Spasm, Medscape: diagnosis', '2019-09', 'answer 193764'),
  {
    locator: 'needle EMG',
    strength: 'weak',
    says: 'Needle EMG shows irregular bursts of 150 to 400 Hz that match the visible twitch.',
  },
)
export const K18b = passage(
  'K18b',
  read('gulevich-differential', 'Gulevich. Hemifacial Spasm, Medscape: differential', '2019-09', 'answer 1170722'),
  {
    locator: 'differential list',
    strength: 'weak',
    says: 'Cranial dystonia adds jaw, tongue or neck on both sides, hemimasticatory spasm is a painful contraction of jaw-closing muscles, and myoclonus is rhythmic and may move the palate.',
  },
)
export const K19 = passage(
  'K19',
  read(
    'functional-blink-reflex',
    'Blink reflex in functional facial spasm and HFS, MDS congress abstract',
    readOn,
    'mdsabstracts.org',
  ),
  {
    locator: 'results',
    strength: 'weak',
    says: 'An early blink-reflex response in the mouth muscle was found in all 15 people with hemifacial spasm and in none of the functional group.',
  },
)

const preoperativeLsr = read(
  'preoperative-lsr-2020',
  'Is the pre-operative LSR a valid diagnostic tool for HFS? Neurosurg Rev',
  '2020',
  'doi:10.1007/s10143-020-01267-6',
)
export const K20 = passage('K20', preoperativeLsr, {
  locator: 'abstract, results',
  strength: 'moderate',
  says: 'The lateral spread response was absent in 13 of 306 people (4.2 %) operated for hemifacial spasm, so its absence does not exclude the diagnosis.',
})
export const K20a = passage('K20a', preoperativeLsr, {
  locator: 'abstract, results (derived: one persisted)',
  strength: 'weak',
  says: 'Of those 13, 12 were spasm-free six months after decompression.',
})
export const K21 = passage(
  'K21',
  read(
    'pizarro-otero-2009',
    'Pizarro-Otero et al. Facial movements: seizures or not? AES abstract 1.120',
    '2009',
    'AES 2009',
  ),
  {
    locator: 'abstract',
    strength: 'weak',
    says: 'Facial movements may be seizures although a scalp EEG is normal; video-EEG is asked for when episodes start, march and stop.',
  },
)
export const K22 = passage(
  'K22',
  read('espay-2007', 'Espay et al. Chronic isolated HFS as epilepsia partialis continua', '2007', '12:332-6'),
  {
    locator: 'case report',
    strength: 'weak',
    says: 'Continuous rhythmic jerks of one half of the face for hours or days can be epilepsia partialis continua.',
  },
)
export const K23 = passage(
  'K23',
  read(
    'moncayo-2025',
    'Moncayo et al. HFS or focal aware seizures: role of video-EEG. Cureus',
    '2025',
    'doi:10.7759/cureus.80099',
  ),
  {
    locator: 'case report and discussion',
    strength: 'weak',
    says: 'Involvement of arm, hand or speech, altered awareness or weakness afterwards speaks for a seizure or stroke and not for hemifacial spasm.',
  },
)
