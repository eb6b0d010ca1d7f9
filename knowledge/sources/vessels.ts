import { passage } from '@facialis/language'
import { read, readOn } from './source.ts'

/** Which vessel presses where, and what that means for an operation. */

const patterns = read(
  'park-2008',
  'Park et al. Compressive patterns and surgical significance. Acta Neurochir 150:235',
  '2008',
  'Acta Neurochir 2008;150:235-41',
)
export const K34 = passage('K34', patterns, {
  locator: 'abstract, results',
  strength: 'moderate',
  says: 'Of 236 compressions 27.9 % were arachnoid, 24.6 % perforator, 22.0 % tandem, 11.9 % sandwich, 7.6 % branch and 4.6 % loop.',
})
export const K34a = passage('K34a', patterns, {
  locator: 'abstract, results',
  strength: 'moderate',
  says: 'The vertebral artery was involved in 37 of 236 (15.7 %), nearly always pushing another vessel onto the nerve.',
})
export const K35 = passage(
  'K35',
  read('zhao-2019', 'Zhao et al. Outcomes by offending vessel', '2019', 'doi:10.1055/s-0039-1685199'),
  {
    locator: 'abstract, results',
    strength: 'moderate',
    says: 'The anterior inferior cerebellar artery was the culprit in 51.4 % of 362 operations.',
  },
)

const neurolIndia = read(
  'neurol-india-2017',
  'Decompression, systematic review of 27 studies. Neurol India 65:493',
  '2017',
  'doi:10.4103/neuroindia.NI_1166_16',
)
export const K36 = passage('K36', neurolIndia, {
  locator: 'abstract, results',
  strength: 'strong',
  says: 'Pooled long-term complete resolution was 88.5 % (86.7 to 90.4).',
})
export const K36a = passage('K36a', neurolIndia, {
  locator: 'abstract, results',
  strength: 'strong',
  says: 'Transient facial weakness followed in 5.9 % (4.3 to 7.5); the anterior inferior cerebellar artery pressed in 37.8 % (27.8 to 47.7).',
})
export const K36b = passage(
  'K36b',
  read(
    'kang-dolichoectasia',
    'Kang et al. Decompression in vertebrobasilar dolichoectasia. J Korean Neurosurg Soc',
    readOn,
    'jkns.or.kr view 194',
  ),
  {
    locator: 'abstract, results',
    strength: 'weak',
    says: 'A dolichoectatic vertebrobasilar artery was the culprit in 10 of 2 058 operations, and complications followed in 45.5 %.',
  },
)
export const K37 = passage(
  'K37',
  read('lee-2026', 'Lee et al. Arterial cisternal-segment offender. Life 16:166', '2026', 'doi:10.3390/life16010166'),
  {
    locator: 'abstract, results',
    strength: 'moderate',
    says: 'The cisternal segment alone was the site in 18 of 874 operations (2.1 %), always from the anterior inferior cerebellar artery, with immediate relief in 83.3 %.',
  },
)
export const K38 = passage(
  'K38',
  read(
    'li-2022',
    'Li et al. Decompression for HFS, vertebral artery or not, meta-analysis. Neurosurg Rev',
    '2022',
    'doi:10.1007/s10143-022-01739-x',
  ),
  {
    locator: 'abstract, results',
    strength: 'strong',
    says: 'With the vertebral artery involved people are older, more often left-sided, and have more complications and hearing loss; the rate of relief does not differ.',
  },
)
